package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.reference.ZoneName;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The network of one cluster while its subnets are worked out: finds what references point at, and gives a subnet or VPC of
 * which only the reference is known a fact of its own, whose attributes name the command that records them.
 */
final class Network {

    /** How symbols of zones begin that come from a Region's list of Availability Zones, which holds no Local Zones. */
    /** How the identities of lists begin that have Availability Zones only, and what gives them. */
    private static final Map<String, String> LISTED_ZONES =
            Map.of("GetAZs:", "Fn::GetAZs", "AvailabilityZones:", "the filter of aws_availability_zones");

    private final Estate estate;
    private final Cluster cluster;
    private final ReferenceData data;
    private final ZoneMap zones;
    private final RouteTables routeTables;
    private final Vpc vpc;
    private final Map<String, Subnet> byKey = new HashMap<>();
    private final Map<String, Subnet> byId = new HashMap<>();
    private final Map<String, SubnetTraits> traits = new HashMap<>();
    private boolean zonesById;

    Network(Estate estate, Cluster cluster, ReferenceData data) {
        this.estate = estate;
        this.cluster = cluster;
        this.data = data;
        this.zones = ZoneMap.of(estate);
        this.routeTables = new RouteTables(estate, subnet -> zone(subnet).identity());
        for (Subnet subnet : estate.all(Subnet.class)) {
            byKey.put(subnet.key(), subnet);
            subnet.subnetId().known().ifPresent(id -> byId.putIfAbsent(id, subnet));
        }
        this.vpc = clusterVpc();
    }

    /** One place in which subnets are listed, each with the place that names it. */
    List<Found> find(Listing<Ref> refs, String key, Place fallback) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Ref ref : refs.items()) {
            Place use = ref.id().places().stream().findFirst().orElse(fallback);
            Subnet subnet = find(ref).orElseGet(() -> unseen(ref, use, key + "#" + found.size()));
            found.putIfAbsent(subnet.key(), new Found(subnet, use, false));
        }
        refs.openEnd().ifPresent(rest -> {
            Place use = rest.places().stream().findFirst().orElse(fallback);
            Subnet subnet = unknown(rest, use, key);
            found.put(subnet.key(), new Found(subnet, use, true));
        });
        return new ArrayList<>(found.values());
    }

    /** The same; a list without an item stands for subnets that the input does not name. */
    List<Found> findSome(Listing<Ref> refs, String key, Place fallback) {
        boolean silent = refs.items().isEmpty() && refs.isComplete();
        return find(
                silent
                        ? refs.withRest(new Value.Unresolved<>(
                                "the subnets are not named", List.of(fallback), List.of(), null, null))
                        : refs,
                key,
                fallback);
    }

    /** Whether the VPC of the cluster has a VPC endpoint of any kind, or the spec says that the cluster is private. */
    Truth endpoints() {
        Truth seen = Truth.any(estate.all(VpcEndpoint.class).stream()
                .map(e -> e.existence().and(isVpc(e.vpc())))
                .toList());
        Truth declared = cluster.privateCluster().known().orElse(false)
                ? Truth.of(true, cluster.privateCluster().ground("privateCluster.enabled"))
                : Truth.no();
        return declared.or(seen)
                .or(
                        Value.isTrue("endpointsListed", vpc.endpointsListed()).isTrue()
                                ? Truth.of(false, vpc.endpointsListed().ground("endpointsListed"))
                                : Truth.unknown(
                                        "VPC endpoints",
                                        "the VPC endpoints of %s are not known".formatted(vpc.displayName()),
                                        List.of(vpc.place()),
                                        unseen(Ref.byId(vpc.vpcId()))
                                                .endpointsListed()
                                                .ground("")
                                                .settledBy()
                                                .toArray(Settlement[]::new)));
    }

    /** The VPC the cluster lives in; one of which nothing is known when nothing is. */
    Vpc vpc() {
        return vpc;
    }

    /** Whether the subnet lies in the VPC of the cluster. */
    Truth contains(Subnet subnet) {
        return isVpc(subnet.vpc());
    }

    /**
     * Whether the subnet lies in the VPC of the cluster, by what is recorded of it; a spec that only names a subnet says which
     * VPC it should lie in, not which one it does.
     */
    Truth surelyContains(Subnet subnet) {
        if (!(estate.observed().get(subnet.key()) instanceof Subnet recorded)) {
            boolean named = subnet.isNew().known().filter(n -> !n).isPresent();
            return named ? bare(subnet).vpc().isPresent("vpcId of " + subnet.displayName()) : contains(subnet);
        }
        Value<String> id = recorded.vpc().flatMap(Ref::id);
        Value<String> wanted = vpc.vpcId().isUnresolved() ? recordedVpcOfSubnets() : vpc.vpcId();
        return Value.same("vpcId", id, wanted);
    }

    private Value<String> recordedVpcOfSubnets() {
        return cluster.subnetIds().items().stream()
                .flatMap(ref -> find(ref).stream())
                .flatMap(s -> estate.observed().get(s.key()) instanceof Subnet recorded
                        ? Stream.of(recorded.vpc().flatMap(Ref::id))
                        : Stream.<Value<String>>empty())
                .filter(v -> v.known().isPresent())
                .findFirst()
                .orElse(vpc.vpcId());
    }

    /** The same subnet, of which only the id is known. */
    private static Subnet bare(Subnet subnet) {
        return subnet.with(
                Attributes.builder().set(Subnet.SUBNET_ID, subnet.subnetId()).build());
    }

    private Truth isVpc(Value<Ref> ref) {
        if (ref.known().isEmpty()) {
            return ref.is("vpc", r -> true);
        }
        Ref other = ref.known().get();
        Optional<Vpc> fact = estate.find(Vpc.class, other);
        if (fact.isPresent() && fact.get().key().equals(vpc.key())) {
            return Truth.yes();
        }
        return Value.same("vpcId", fact.map(Vpc::vpcId).orElse(other.id()), vpc.vpcId());
    }

    /**
     * Decides how zones are told from one another: by name, or by id where more subnets have one. Names and ids cannot be
     * compared with each other.
     */
    void compareZonesOf(List<Subnet> subnets) {
        long names =
                subnets.stream().filter(s -> zones.name(s).known().isPresent()).count();
        long ids = subnets.stream().filter(s -> zones.id(s).known().isPresent()).count();
        zonesById = ids > names;
        traits.clear();
    }

    /** What is worked out about a subnet. */
    SubnetTraits traits(Subnet subnet) {
        return traits.computeIfAbsent(subnet.key(), k -> {
            Vpc own = vpcOf(subnet);
            return new SubnetTraits(subnet, own, zone(subnet), routeTables.of(subnet, own), new FreeAddresses(subnet));
        });
    }

    private SubnetZone zone(Subnet subnet) {
        Value<String> name = zones.name(subnet);
        Value<String> id = zones.id(subnet);
        return new SubnetZone(
                zonesById ? only(id, name) : only(name, id), name, id, kind(name), refused(subnet, name, id));
    }

    /** The wanted form of a zone; unresolved, and comparable with nothing, where only the other form is known. */
    private static Value<String> only(Value<String> wanted, Value<String> other) {
        if (!wanted.isUnresolved() || other.known().isEmpty()) {
            return wanted;
        }
        return Value.unresolved(
                "zone %s cannot be compared with the zones of the other subnets".formatted(other.shown()),
                other.places(),
                Settlement.command("aws ec2 describe-availability-zones --all-availability-zones --output json"));
    }

    private Value<ZoneName.Kind> kind(Value<String> name) {
        Optional<String> listed = name instanceof Value.Unresolved<String> open && open.symbol() != null
                ? LISTED_ZONES.keySet().stream()
                        .filter(open.symbol().list()::startsWith)
                        .findFirst()
                        .map(LISTED_ZONES::get)
                : Optional.empty();
        if (listed.isPresent()) {
            return new Value.Known<>(ZoneName.Kind.AVAILABILITY_ZONE, Provenance.DEFAULT, listed.get(), name.places());
        }
        return name.flatMap(n -> {
            Optional<ZoneName.Kind> kind = Optional.ofNullable(
                            zones.typeByName().get(n))
                    .flatMap(ZoneName.Kind::of)
                    .or(() -> ZoneName.parse(n).map(ZoneName::kind));
            return kind.map(k -> name.map(x -> k))
                    .orElseGet(() -> Value.unresolved(
                            "what kind of zone %s is cannot be told from its name".formatted(n),
                            name.places(),
                            Settlement.command(
                                    "aws ec2 describe-availability-zones --all-availability-zones --output json")));
        });
    }

    private Truth refused(Subnet subnet, Value<String> name, Value<String> id) {
        if (subnet.acceptedByEks().known().orElse(false)) {
            return Truth.of(false, subnet.acceptedByEks().ground("zone"));
        }
        Optional<String> region = cluster.region()
                .known()
                .or(() -> name.known().flatMap(ZoneName::parse).map(ZoneName::region));
        if (region.isEmpty()) {
            boolean surely = id.known()
                    .filter(i -> data.zones().refusedIds().values().stream().anyMatch(ids -> ids.contains(i)))
                    .isPresent();
            return surely
                    ? Truth.of(true, id.ground("availabilityZoneId"))
                    : cluster.region().is("region", r -> true);
        }
        String partition =
                data.partitions().ofRegion(region.get()).map(p -> p.id()).orElse("");
        Logic any = data.zones().refusesAny(region.get(), partition);
        if (any == Logic.FALSE) {
            return Truth.of(false, cluster.region().ground("region"));
        }
        if (any == Logic.UNKNOWN) {
            return Truth.unknown(
                    "region",
                    "which zones EKS refuses in %s is not known".formatted(region.get()),
                    cluster.region().places());
        }
        return id.is("availabilityZoneId", i -> data.zones().refuses(i, region.get(), partition) == Logic.TRUE);
    }

    private Optional<Subnet> find(Ref ref) {
        if (ref.key() != null) {
            return Optional.ofNullable(byKey.get(ref.key()));
        }
        return ref.id().known().map(byId::get);
    }

    private Vpc vpcOf(Subnet subnet) {
        Optional<Ref> ref = subnet.vpc().known();
        if (ref.isEmpty()) {
            return vpc;
        }
        return estate.find(Vpc.class, ref.get())
                .orElseGet(() -> ref.get().id().known().equals(vpc.vpcId().known()) ? vpc : unseen(ref.get()));
    }

    private Vpc clusterVpc() {
        Optional<Ref> ref = cluster.vpc().known().or(this::vpcOfSubnets);
        if (ref.isPresent()) {
            return estate.find(Vpc.class, ref.get()).orElseGet(() -> unseen(ref.get()));
        }
        return new Vpc(cluster.key() + "/Vpc", cluster.place(), Truth.yes(), cluster.key(), Attributes.NONE);
    }

    /** The VPC of the first cluster subnet that has one; whether the others agree is a question for a rule. */
    private Optional<Ref> vpcOfSubnets() {
        return cluster.subnetIds().items().stream()
                .flatMap(ref -> find(ref).stream())
                .flatMap(s -> s.vpc().known().stream())
                .findFirst();
    }

    private Vpc unseen(Ref ref) {
        Place use = ref.id().places().stream().findFirst().orElse(cluster.place());
        String key = "Vpc/" + ref.id().known().orElse("of " + cluster.key());
        return new Vpc(
                key,
                use,
                Truth.yes(),
                cluster.key(),
                Attributes.builder().set(Vpc.VPC_ID, ref.id()).build());
    }

    /** A subnet of which only the reference is known. */
    private Subnet unseen(Ref ref, Place use, String otherwise) {
        String key = "Subnet/" + ref.id().known().orElse(otherwise);
        Attributes id = Attributes.builder().set(Subnet.SUBNET_ID, ref.id()).build();
        return new Subnet(key, use, Truth.yes(), cluster.key(), id);
    }

    /** What stands for further subnets of a list that is not known: nothing is known of them before the list is. */
    private Subnet unknown(Value.Unresolved<?> rest, Place use, String key) {
        Attributes unknown = Attributes.builder()
                .set(Subnet.SUBNET_ID, same(rest))
                .set(Subnet.AVAILABILITY_ZONE, same(rest))
                .set(Subnet.AVAILABILITY_ZONE_ID, same(rest))
                .set(Subnet.CIDR_BLOCK, same(rest))
                .set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, same(rest))
                .set(Subnet.MAP_PUBLIC_IP_ON_LAUNCH, same(rest))
                .set(Subnet.ASSIGN_IPV6_ADDRESS_ON_CREATION, same(rest))
                .set(Subnet.OUTPOST_ARN, same(rest))
                .set(Subnet.TAGS, same(rest))
                .set(Subnet.VPC, same(rest))
                .build();
        return new Subnet("Subnet/? of " + key, use, Truth.yes(), cluster.key(), unknown);
    }

    private static <T> Value<T> same(Value.Unresolved<?> rest) {
        return new Value.Unresolved<>(rest.why(), rest.places(), rest.settledBy(), null, null);
    }

    /** A subnet that a list names. */
    record Found(Subnet subnet, Place use, boolean openEnd) {}
}
