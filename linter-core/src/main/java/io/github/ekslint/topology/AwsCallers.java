package io.github.ekslint.topology;

import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The nodes and the programs of every cluster that call AWS services. The VPC CNI is judged with the nodes. */
final class AwsCallers implements Derivation {

    private static final String ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";

    /** The service accounts of EKS add-ons that call AWS, by the name of the add-on. */
    private static final Map<String, String> OF_ADDONS = Map.of(
            "aws-ebs-csi-driver", "ebs-csi-controller-sa",
            "aws-efs-csi-driver", "efs-csi-controller-sa",
            "aws-fsx-csi-driver", "fsx-csi-controller-sa",
            "aws-mountpoint-s3-csi-driver", "s3-csi-driver-sa",
            "amazon-cloudwatch-observability", "cloudwatch-agent");

    /** Deployments that call AWS; their service accounts have the same name. */
    private static final List<String> DEPLOYMENTS =
            List.of("aws-load-balancer-controller", "cluster-autoscaler", "external-dns", "karpenter");

    @Override
    public Stream<AwsCaller> derive(Estate estate, Circumstances circumstances) {
        Stream<AwsCaller> nodes = new Roles()
                .derive(estate, circumstances)
                .filter(NodeRole.class::isInstance)
                .map(NodeRole.class::cast)
                .map(r -> new AwsCaller(r.of(), Optional.of(r), Truth.no()));
        return Stream.concat(nodes, estate.all(Cluster.class).stream().flatMap(c -> new Programs(estate, c).all()));
    }

    private record Programs(Estate estate, Cluster cluster) {

        Stream<AwsCaller> all() {
            Stream<AwsCaller> addons = estate.all(Addon.class).stream()
                    .filter(a -> cluster.key().equals(a.cluster()))
                    .flatMap(a ->
                            a.addonName().known().map(OF_ADDONS::get).stream().map(account -> ofAddon(a, account)));
            Stream<AwsCaller> deployments = estate.all(Workload.class).stream()
                    .filter(w -> cluster.key().equals(w.cluster()) && LoadBalancers.is(w.objectKind(), "Deployment"))
                    .flatMap(w -> w.name().known().filter(DEPLOYMENTS::contains).stream()
                            .map(name -> new AwsCaller(
                                    w, Optional.empty(), hasRole(name).not())));
            return Stream.concat(addons, deployments);
        }

        /** eksctl makes the roles of the add-ons of a spec itself. */
        private AwsCaller ofAddon(Addon addon, String account) {
            Truth own = addon.serviceAccountRoleArn()
                    .isPresent("serviceAccountRoleArn")
                    .or(addon.podIdentityAssociations().isNotEmpty("podIdentityAssociations"))
                    .or(made(addon.addonName().known().orElse("")));
            boolean byEksctl = estate.tool() == Estate.Tool.EKSCTL
                    && addon.addonName() instanceof Value.Known<String> name
                    && name.provenance() != Provenance.OBSERVED;
            Truth elsewhere = byEksctl ? associated(account) : hasRole(account);
            return new AwsCaller(addon, Optional.empty(), own.or(elsewhere).not());
        }

        private Truth hasRole(String account) {
            Truth given = associated(account).or(annotated(account)).or(made(account));
            return given.isTrue() ? given : given.or(unlisted(cluster.podIdentityAssociationsListed()));
        }

        private Truth associated(String account) {
            return Truth.any(estate.all(PodIdentityAssociation.class).stream()
                    .filter(a -> Objects.equals(a.cluster(), cluster.key()))
                    .map(a -> a.existence().and(a.serviceAccount().is("serviceAccount", account::equals)))
                    .toList());
        }

        /** Whether a role is bound to the service account by its annotation; unknown when service accounts are not recorded. */
        private Truth annotated(String account) {
            List<Workload> accounts = estate.all(Workload.class).stream()
                    .filter(w ->
                            cluster.key().equals(w.cluster()) && LoadBalancers.is(w.objectKind(), "ServiceAccount"))
                    .toList();
            if (accounts.isEmpty()) {
                Listing<String> none = Listing.unresolved(
                        "the service accounts are not recorded",
                        List.of(cluster.place()),
                        io.github.ekslint.model.Settlement.command("kubectl get serviceaccounts -A -o json"));
                return none.isNotEmpty("service accounts");
            }
            return Truth.any(accounts.stream()
                    .filter(w -> LoadBalancers.is(w.name(), account))
                    .map(w -> LoadBalancers.annotation(w, ROLE_ANNOTATION).isPresent(ROLE_ANNOTATION))
                    .toList());
        }

        private Truth made(String user) {
            return Truth.of(estate.byKey(IamRole.class, IamRole.keyOf(cluster.key() + "/" + user))
                    .isPresent());
        }

        private static Truth unlisted(Value<Boolean> listed) {
            return Value.isTrue("pod identity associations", listed).isTrue()
                    ? Truth.no()
                    : listed.is("pod identity associations", x -> false);
        }
    }
}
