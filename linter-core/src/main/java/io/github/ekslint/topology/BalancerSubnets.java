package io.github.ekslint.topology;

import io.github.ekslint.model.Distinctness;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Member;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The subnets in which a load balancer may be placed: those it names; else those its controller finds, by role tag, and where no
 * subnet of the VPC carries that tag, by their routes, one in each zone
 * (<a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/">AWS Load Balancer
 * Controller, subnet discovery</a>).
 *
 * @param named the names or ids of subnets that it names; absent where it names none
 * @param vpc the VPC of the cluster
 * @param all the subnets of the VPC, as far as they are known
 * @param publicTables for every route table of the VPC that is known to have subnets, whether it leads to an internet gateway
 * @param checksClusterTags whether the controller passes by subnets with tags of other clusters only
 */
public record BalancerSubnets(
        Value<String> named, Vpc vpc, List<VpcSubnet> all, List<Truth> publicTables, Truth checksClusterTags) {

    /** Keeps its own copies. */
    public BalancerSubnets {
        all = List.copyOf(all);
        publicTables = List.copyOf(publicTables);
    }

    /** Whether subnets of the kind that a load balancer of that scheme needs exist. */
    Truth kindExists(Truth internetFacing) {
        if (named.known().isPresent()) {
            Truth publicOnes =
                    Truth.all(listed().map(s -> s.map(VpcSubnet::isPublic).orElseGet(this::unseen))
                            .toList());
            return internetFacing.not().or(publicOnes);
        }
        Truth publics = Truth.any(Stream.concat(
                        all.stream().map(s -> s.existence().and(s.isPublic())),
                        Stream.concat(publicTables.stream(), Stream.of(more())))
                .toList());
        Truth privates = Truth.any(Stream.concat(
                        all.stream().map(s -> s.existence().and(s.isPrivate().or(hasRole(s, RoleTag.INTERNAL)))),
                        Stream.concat(publicTables.stream().map(Truth::not), Stream.of(more())))
                .toList());
        return internetFacing.and(publics).or(internetFacing.not().and(privates));
    }

    /** Whether subnets that count lie in at least so many zones. */
    Truth inZones(int count, Truth internetFacing, int addresses) {
        if (named.known().isPresent()) {
            return new Distinctness(listed().map(s -> s.map(VpcSubnet::zone)
                                    .orElseGet(
                                            () -> new Member("availabilityZone", unknownZone(), false, named.places())))
                            .toList())
                    .atLeast(count);
        }
        if (named.isUnresolved()) {
            return named.isPresent("subnets");
        }
        Truth publics = discovered(count, RoleTag.PUBLIC, VpcSubnet::isPublic, addresses);
        Truth privates = discovered(count, RoleTag.INTERNAL, VpcSubnet::isPrivate, addresses);
        return internetFacing.and(publics).or(internetFacing.not().and(privates));
    }

    private Truth discovered(int count, RoleTag role, Function<VpcSubnet, Truth> kind, int addresses) {
        Truth tagged = Truth.any(
                all.stream().map(s -> s.existence().and(hasRole(s, role))).toList());
        List<Candidate> candidates = all.stream()
                .map(s -> new Candidate(
                        s,
                        s.existence()
                                .and(checksClusterTags
                                        .and(s.clusterTags().hide())
                                        .not())
                                .and(s.addresses().atLeast(addresses))
                                .and(hasRole(s, role).or(tagged.not().and(kind.apply(s))))))
                .toList();
        Distinctness sure = zones(candidates.stream().filter(c -> c.counts().isTrue()));
        Truth enough = sure.atLeast(count);
        if (enough.isTrue()) {
            return enough;
        }
        Truth possible =
                zones(candidates.stream().filter(c -> !c.counts().isFalse())).atLeast(count);
        if (possible.isFalse()) {
            Truth complete = more().not();
            return complete.isTrue() ? Truth.of(Logic.FALSE, refused(candidates)) : more();
        }
        List<Ground> open = Stream.concat(
                        candidates.stream()
                                .filter(c -> c.counts().isUnknown())
                                .flatMap(c -> c.counts().grounds().stream()),
                        possible.grounds().stream())
                .filter(Ground::unresolved)
                .distinct()
                .toList();
        return Truth.of(Logic.UNKNOWN, open);
    }

    /** Why subnets do not count; the VPC where it has none. */
    private List<Ground> refused(List<Candidate> candidates) {
        List<Ground> grounds = candidates.stream()
                .filter(c -> c.counts().isFalse())
                .flatMap(c -> c.counts().grounds().stream())
                .distinct()
                .toList();
        return grounds.isEmpty()
                ? List.of(Ground.fact("subnets", "zones: " + zones(candidates.stream()), List.of(vpc.place())))
                : grounds;
    }

    private static Distinctness zones(Stream<Candidate> candidates) {
        return new Distinctness(candidates.map(c -> c.subnet().zone()).toList());
    }

    private static Truth hasRole(VpcSubnet subnet, RoleTag role) {
        return SubnetTags.has(subnet.subnet(), role.key())
                .and(role.isOdd(subnet.subnet()).not());
    }

    /** Unknown as long as not every subnet of the VPC is listed, else false. */
    private Truth more() {
        if (vpc.subnetsListed().known().orElse(false)) {
            return Truth.of(false, vpc.subnetsListed().ground("subnets of " + vpc.displayName()));
        }
        return Truth.unknown(
                "subnets",
                "the subnets of %s are not all known".formatted(vpc.displayName()),
                List.of(vpc.place()),
                describe());
    }

    private Settlement describe() {
        String id = vpc.vpcId().known().orElse("<vpcId>");
        return Settlement.command(Vpc.SUBNETS_LISTED.command().replace("{id}", id));
    }

    private Truth unseen() {
        return Truth.unknown("subnets", "a subnet that it names is not known", named.places(), describe());
    }

    private Value<String> unknownZone() {
        return Value.unresolved("the zone of a subnet that it names is not known", named.places(), describe());
    }

    private Stream<Optional<VpcSubnet>> listed() {
        return Arrays.stream(named.known().orElse("").split(","))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .distinct()
                .map(n -> all.stream().filter(s -> isNamed(s, n)).findFirst());
    }

    private static boolean isNamed(VpcSubnet subnet, String name) {
        return subnet.subnet().subnetId().known().filter(name::equals).isPresent()
                || subnet.subnet()
                        .tags()
                        .flatMap((Tags t) -> t.get("Name"))
                        .known()
                        .filter(name::equals)
                        .isPresent();
    }

    private record Candidate(VpcSubnet subnet, Truth counts) {}
}
