package io.github.ekslint.topology;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether subnets, security groups and VPC of every cluster still exist: EKS reports it as a health issue
 * (<a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_ClusterIssue.html">API_ClusterIssue</a>), and a recorded list of
 * all resources of the VPC shows it.
 */
final class ClusterFootings implements Derivation {

    @Override
    public Stream<ClusterFooting> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(cluster -> of(cluster, running(cluster, estate), estate));
    }

    /** The cluster as recorded; the cluster itself when no recording of it is there. */
    static Cluster running(Cluster cluster, Estate estate) {
        return ControlPlanes.recorded(cluster, estate).orElse(cluster);
    }

    private static ClusterFooting of(Cluster cluster, Cluster running, Estate estate) {
        Optional<Vpc> vpc = running.vpc().known().flatMap(ref -> estate.find(Vpc.class, ref));
        Value<Boolean> subnetsListed = recorded(vpc.map(Vpc::subnetsListed), running);
        Value<Boolean> groupsListed = recorded(vpc.map(Vpc::securityGroupsListed), running);
        Listing<Ref> groups = groups(running);
        Truth subnet = reported(
                running,
                "Ec2SubnetNotFound",
                running.subnetIds().any("subnetIds", r -> lacks(Subnet.class, r, estate, subnetsListed)));
        Truth group = reported(
                running,
                "Ec2SecurityGroupNotFound",
                groups.any("securityGroupIds", r -> lacks(SecurityGroup.class, r, estate, groupsListed)));
        String missing = Stream.concat(
                        running.subnetIds().items().stream().filter(r -> lacks(Subnet.class, r, estate, subnetsListed)
                                .isTrue()),
                        groups.items().stream().filter(r -> lacks(SecurityGroup.class, r, estate, groupsListed)
                                .isTrue()))
                .map(Ref::shown)
                .collect(Collectors.joining(", "));
        return new ClusterFooting(
                running,
                cluster.key(),
                subnet,
                group,
                reported(running, "VpcNotFound", Truth.no()),
                missing.isEmpty() ? "not named" : missing);
    }

    /** A health issue says that something is gone; where health is not recorded, what exists is not gone. */
    private static Truth reported(Cluster cluster, String code, Truth lacking) {
        Listing<Value<String>> health = cluster.healthIssues();
        return health.isUnresolved() && lacking.isFalse()
                ? lacking
                : health.any("health.issues", issue -> issue.is("health.issues", code::equals))
                        .or(lacking);
    }

    /** The cluster's own group and the additional ones. One that is not made yet counts as there. */
    private static Listing<Ref> groups(Cluster cluster) {
        Listing<Ref> additional = cluster.securityGroupIds();
        List<Ref> all = new ArrayList<>(additional.items());
        cluster.clusterSecurityGroup().known().ifPresent(all::add);
        return new Listing<>(all, additional.rest(), additional.provenance(), additional.origin(), additional.places());
    }

    private static <F extends Fact> Truth lacks(Class<F> type, Ref ref, Estate estate, Value<Boolean> listed) {
        Optional<F> found = estate.find(type, ref);
        if (found.filter(f -> exists(f, estate)).isPresent()) {
            return Truth.of(false, ref.id().ground("id"));
        }
        if (ref.id().known().isEmpty()) {
            return ref.id().isPresent("id");
        }
        return Value.isTrue("all resources of the VPC", listed);
    }

    /** Recorded, or made by the tool itself, which then does not know its id. */
    private static boolean exists(Fact fact, Estate estate) {
        if (fact instanceof Subnet subnet && subnet.isNew().known().orElse(false)) {
            return true;
        }
        boolean made = fact instanceof SecurityGroup
                && fact.id() instanceof Value.Unresolved<String> open
                && open.settledBy().stream().noneMatch(s -> s.kind() == Settlement.Kind.PARAMETER);
        return made
                || estate.observed().containsKey(fact.key())
                || fact.attributes().said().stream().anyMatch(a -> isObserved(fact, a));
    }

    private static boolean isObserved(Fact fact, Attribute<?> attribute) {
        Object said = fact.attributes().find(attribute);
        return (said instanceof Value.Known<?> known && known.provenance() == Provenance.OBSERVED)
                || (said instanceof Listing<?> listing && listing.provenance() == Provenance.OBSERVED);
    }

    /** What a tool is about to create says nothing of what is there: only a recorded list can lack something. */
    private static Value<Boolean> recorded(Optional<Value<Boolean>> listed, Cluster cluster) {
        return listed.filter(value ->
                        !(value instanceof Value.Known<Boolean> known) || known.provenance() == Provenance.OBSERVED)
                .orElseGet(() -> notListed(cluster));
    }

    private static Value<Boolean> notListed(Cluster cluster) {
        return Value.unresolved(
                "the subnets and security groups of the VPC are not recorded",
                List.of(cluster.place()),
                Settlement.command("aws ec2 describe-subnets --filters Name=vpc-id,Values=<vpcId> --output json"),
                Settlement.command(
                        "aws ec2 describe-security-groups --filters Name=vpc-id,Values=<vpcId> --output json"));
    }
}
