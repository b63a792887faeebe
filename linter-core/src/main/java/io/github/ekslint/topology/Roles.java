package io.github.ekslint.topology;

import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The IAM roles of control planes, node groups and Fargate profiles. */
final class Roles implements Derivation {

    private static final String VPC_CNI = "vpc-cni";
    private static final String AWS_NODE = "aws-node";

    @Override
    public Stream<Object> derive(Estate estate, Circumstances circumstances) {
        List<Object> derived = new ArrayList<>();
        for (Cluster cluster : estate.all(Cluster.class)) {
            derived.add(new ClusterRole(cluster, policies(estate, cluster, cluster.roleArn())));
        }
        NodeRoles ofNodes = NodeRoles.of(estate);
        for (NodeGroup group : estate.all(NodeGroup.class)) {
            Value<String> mine = ofNodes.arn(group);
            RolePolicies role = policies(estate, group, mine);
            Value<String> ofCluster = estate.byKey(Cluster.class, group.cluster())
                    .map(Cluster::roleArn)
                    .orElseGet(Value::absent);
            List<Value<String>> ofProfiles = ofCluster(estate, FargateProfile.class, group.cluster())
                    .map(FargateProfile::podExecutionRoleArn)
                    .toList();
            derived.add(new NodeRole(group, role, ofCluster, ofProfiles, cniHasItsOwn(estate, group)));
            derived.add(new ImagePuller(group, role));
        }
        for (FargateProfile profile : estate.all(FargateProfile.class)) {
            derived.add(new ImagePuller(profile, policies(estate, profile, profile.podExecutionRoleArn())));
        }
        return derived.stream();
    }

    private static RolePolicies policies(Estate estate, Fact user, Value<String> arn) {
        return RolePolicies.of(estate, role(estate, user, arn));
    }

    /** The role of that ARN as it is recorded; else the one that a tool makes for its user; else one of which nothing is known. */
    private static IamRole role(Estate estate, Fact user, Value<String> arn) {
        Optional<IamRole> made = estate.byKey(IamRole.class, IamRole.keyOf(user.key()));
        Optional<IamRole> recorded =
                estate.all(IamRole.class).stream().filter(r -> isOf(r, arn)).findFirst();
        if (recorded.isPresent()) {
            return recorded.get();
        }
        return made.isPresent() && !arn.isExplicit() ? made.get() : unseen(user, arn);
    }

    /** A role that a stack makes has no ARN yet, but whoever names it means the same. */
    private static boolean isOf(IamRole role, Value<String> arn) {
        if (role.arn().known().isPresent() && arn.known().isPresent()) {
            return role.arn().known().equals(arn.known());
        }
        boolean sameName = arn.known().map(RolePolicies::name).isPresent()
                && arn.known().map(RolePolicies::name).equals(role.roleName().known());
        return sameName || Value.same("arn", role.arn(), arn).isTrue();
    }

    private static IamRole unseen(Fact user, Value<String> arn) {
        Attributes.Builder attributes = Attributes.builder().set(IamRole.ARN, arn);
        if (arn.known().filter(a -> a.startsWith("arn:")).isPresent()) {
            attributes.set(IamRole.ROLE_NAME, arn.map(RolePolicies::name));
        } else {
            attributes
                    .set(IamRole.TRUSTED_SERVICES, notNamed(user, arn))
                    .set(IamRole.TRUST_ACTIONS, notNamed(user, arn))
                    .set(IamRole.ATTACHED_POLICY_ARNS, notNamed(user, arn))
                    .set(IamRole.INLINE_POLICY_NAMES, notNamed(user, arn));
        }
        return new IamRole("IamRole/? of " + user.key(), user.place(), Truth.yes(), user.cluster(), attributes.build());
    }

    private static Listing<Value<String>> notNamed(Fact user, Value<String> arn) {
        return arn instanceof Value.Unresolved<String> open
                ? Listing.unresolved(open.why(), open.places(), open.settledBy().toArray(Settlement[]::new))
                : Listing.unresolved("the role of %s is not named".formatted(user.displayName()), arn.places());
    }

    /** The VPC CNI has a role of its own by its add-on, by a pod identity association, or because eksctl makes one. */
    private static Truth cniHasItsOwn(Estate estate, NodeGroup group) {
        if (group.cluster() != null
                && estate.byKey(IamRole.class, IamRole.keyOf(group.cluster() + "/" + AWS_NODE))
                        .isPresent()) {
            return Truth.yes();
        }
        Truth associated = Truth.any(ofCluster(estate, PodIdentityAssociation.class, group.cluster())
                .map(a -> a.serviceAccount().is("serviceAccount", AWS_NODE::equals))
                .toList());
        Optional<Addon> addon = ofCluster(estate, Addon.class, group.cluster())
                .filter(a -> a.addonName().known().filter(VPC_CNI::equals).isPresent())
                .findFirst();
        if (addon.isEmpty()) {
            return associated.or(Truth.unknown(
                    VPC_CNI,
                    "whether the VPC CNI has a role of its own is not known",
                    List.of(group.place()),
                    Settlement.command(
                            "aws eks describe-addon --cluster-name {cluster} --addon-name vpc-cni --output json")));
        }
        boolean byTool =
                addon.get().addonName() instanceof Value.Known<String> name && name.provenance() == Provenance.DEFAULT;
        return byTool ? associated : associated.or(hasRole(addon.get()));
    }

    private static Truth hasRole(Addon addon) {
        return addon.serviceAccountRoleArn()
                .isPresent("serviceAccountRoleArn of vpc-cni")
                .or(addon.podIdentityAssociations().isNotEmpty("podIdentityAssociations of vpc-cni"));
    }

    private static <F extends Fact> Stream<F> ofCluster(Estate estate, Class<F> type, @Nullable String cluster) {
        return estate.all(type).stream().filter(f -> Objects.equals(f.cluster(), cluster));
    }
}
