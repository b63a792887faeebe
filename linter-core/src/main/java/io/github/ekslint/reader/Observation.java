package io.github.ekslint.reader;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.ClusterUpdate;
import io.github.ekslint.model.ClusterVersion;
import io.github.ekslint.model.EbsEncryption;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Insight;
import io.github.ekslint.model.Instance;
import io.github.ekslint.model.InstanceProfile;
import io.github.ekslint.model.InstanceType;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NetworkAcl;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.OidcProviders;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.RepositoryPolicy;
import io.github.ekslint.model.RoleBinding;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reader.Reading.Recording;
import java.util.Optional;
import java.util.Set;

/** One fact as one recording tells it. Compared by identity: the same answer recorded twice is two observations. */
final class Observation {

    /** Types whose names hold within one cluster. */
    private static final Set<Class<? extends Fact>> OF_CLUSTER = Set.of(
            Cluster.class,
            NodeGroup.class,
            FargateProfile.class,
            Addon.class,
            AccessEntry.class,
            ClusterUpdate.class,
            IdentityProviderConfig.class,
            Insight.class,
            PodIdentityAssociation.class,
            Node.class,
            Instance.class,
            RoleBinding.class,
            Workload.class);

    /** What a Cluster observation says when it is only that a list is whole. */
    private static final Set<String> LISTED = Set.of(
            "name",
            "nodegroupsListed",
            "fargateProfilesListed",
            "addonsListed",
            "accessEntriesListed",
            "updatesListed",
            "insightsListed",
            "clustersOfRegion",
            "podIdentityAssociationsListed");

    private final Fact fact;
    private final Recording recording;

    Observation(Fact fact, Recording recording) {
        this.fact = fact;
        this.recording = recording;
    }

    Fact fact() {
        return fact;
    }

    Recording recording() {
        return recording;
    }

    /** The folder of the recording, with a closing slash. */
    String folder() {
        return folderOf(recording);
    }

    static String folderOf(Recording recording) {
        String uri = recording.place().file().uri();
        return uri.substring(0, uri.lastIndexOf('/') + 1);
    }

    boolean isManifest() {
        return recording.dialect().equals(Recording.MANIFESTS);
    }

    /** Whether the fact belongs to one cluster. */
    boolean isOfCluster() {
        return OF_CLUSTER.contains(fact.getClass());
    }

    /** Whether the fact is about a Region or about all of AWS rather than about a resource. */
    boolean isGeneral() {
        return fact instanceof InstanceType
                || fact instanceof ClusterVersion
                || fact instanceof EbsEncryption
                || fact instanceof OidcProviders
                || fact instanceof RepositoryPolicy
                || fact instanceof io.github.ekslint.model.AvailabilityZone;
    }

    /** Whether the fact says no more of a cluster than that lists are whole. */
    boolean isListMark() {
        return fact instanceof Cluster && fact.attributes().said().stream().allMatch(a -> LISTED.contains(a.name()));
    }

    /** Whether the fact says no more of some VPC than that lists are whole. */
    boolean isVpcMark() {
        return fact instanceof Vpc
                && fact.attributes().said().stream().allMatch(a -> a.name().endsWith("Listed"));
    }

    /** The name of the cluster the fact is about, as far as the recording tells. */
    Optional<String> clusterName() {
        return fact instanceof Cluster cluster ? cluster.name().known() : recording.clusterName();
    }

    /** The fact's own id or name when it is real; empty otherwise. */
    Optional<String> id() {
        Optional<String> id = fact.attributes().said().contains(fact.idAttribute())
                ? fact.id().known()
                : Optional.empty();
        if (fact instanceof IamRole role) {
            return id.map(name -> Mentions.role(
                    role.arn().known().flatMap(Arn::parse).flatMap(Arn::account).or(recording::accountId), name));
        }
        if (fact instanceof IamPolicy policy) {
            return policy.arn()
                    .known()
                    .or(() -> policy.roleName().known().map(r -> Mentions.role(recording.accountId(), r)));
        }
        if (fact instanceof InstanceProfile) {
            return id.map(Mentions::instanceProfile);
        }
        return fact instanceof KmsKey || isOfCluster() || isGeneral() ? id : id.filter(AwsId::isReal);
    }

    /** The id of the VPC the fact is, or lies in. */
    Optional<String> vpc() {
        if (fact instanceof Vpc) {
            return id();
        }
        Value<Ref> vpc = fact instanceof Subnet f
                ? f.vpc()
                : fact instanceof RouteTable f
                        ? f.vpc()
                        : fact instanceof NatGateway f
                                ? f.vpc()
                                : fact instanceof VpcEndpoint f
                                        ? f.vpc()
                                        : fact instanceof NetworkAcl f
                                                ? f.vpc()
                                                : fact instanceof TransitGatewayVpcAttachment f
                                                        ? f.vpc()
                                                        : fact instanceof SecurityGroup f
                                                                ? f.vpc()
                                                                : fact instanceof Cluster f ? f.vpc() : Value.absent();
        return vpc.known().flatMap(r -> r.id().known()).filter(AwsId::isReal);
    }

    /** Whether the VPC pulls the fact in, although nothing names it. */
    boolean comesWithItsVpc() {
        return fact instanceof RouteTable
                || fact instanceof NatGateway
                || fact instanceof VpcEndpoint
                || fact instanceof TransitGatewayVpcAttachment
                || fact instanceof NetworkAcl;
    }

    /** What tells the resource from others of its cluster or of AWS; observations with the same identity are of one thing. */
    String identity() {
        Optional<String> id = id();
        if (fact instanceof Cluster) {
            return "Cluster";
        }
        if (id.isEmpty()) {
            return fact.key();
        }
        if (fact instanceof IamRole role) {
            return "IamRole/" + role.roleName().known().orElse("");
        }
        if (fact instanceof IamPolicy policy) {
            return "IamPolicy/"
                    + policy.arn()
                            .known()
                            .orElseGet(() -> policy.roleName().shown() + "/"
                                    + policy.policyName().shown());
        }
        String more = "";
        if (fact instanceof LaunchTemplate template) {
            more = "/" + template.versionNumber().known().orElse("");
        } else if (fact instanceof PodIdentityAssociation association) {
            more = "@" + association.namespace().known().orElse("");
        } else if (fact instanceof RoleBinding binding) {
            more = "@" + binding.objectKind().known().orElse("") + "/"
                    + binding.namespace().known().orElse("");
        } else if (fact instanceof Workload workload) {
            more = "@" + workload.objectKind().known().orElse("") + "/"
                    + workload.namespace().known().orElse("");
        }
        return fact.kind() + "/" + id.get() + more;
    }
}
