package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The zones in which eksctl creates subnets: those of {@code availabilityZones}, else its own choice, which leaves out the zones
 * that EKS refuses. It takes three, or two where a Region has no third for every account.
 */
final class Zones {

    private static final int USUAL = 3;
    private static final int FEW = 2;
    private static final Set<String> TWO_ZONE_REGIONS = Set.of("us-east-1", "us-west-1");

    private Zones() {}

    /**
     * A zone.
     *
     * @param name what keys call it: its name where that is known
     * @param local whether it is a Local Zone
     * @param chosen whether eksctl chooses it
     */
    record Zone(String name, Value<String> value, boolean local, boolean chosen) {}

    /** Why not even the number of zones is known. */
    static Optional<Value.Unresolved<?>> open(Spec spec) {
        return spec.root().open("availabilityZones").or(() -> spec.root().open("localZones"));
    }

    /** The Availability Zones, then the Local Zones. */
    static List<Zone> of(Spec spec) {
        List<Zone> zones = new ArrayList<>(named(spec.root(), "availabilityZones", false));
        if (zones.isEmpty()) {
            zones.addAll(chosen(spec));
        }
        zones.addAll(named(spec.root(), "localZones", true));
        return zones;
    }

    /**
     * The name of a zone. Two names that differ in nothing but their last letter, after the same placeholder, are two zones
     * whatever the placeholder stands for.
     */
    static Value<String> name(Fields fields, Node node) {
        Value<String> name = fields.text(node, "zone");
        String written = node.asScalar().map(Node.Scalar::text).orElse("");
        if (name instanceof Value.Unresolved<String> open && written.matches(".*[}>%][a-z]")) {
            int end = written.length() - 1;
            Symbol symbol = new Symbol(written.substring(0, end), written.substring(end));
            return new Value.Unresolved<>(open.why(), open.places(), open.settledBy(), null, symbol);
        }
        return name;
    }

    private static List<Zone> named(Fields root, String key, boolean local) {
        List<Value<String>> values =
                root.items(key, n -> name(root, n)).map(Listing::items).orElse(List.of());
        List<Zone> zones = new ArrayList<>();
        for (Value<String> value : values) {
            String name = value.known().orElse("zone-" + (zones.size() + 1));
            zones.add(new Zone(name, value, local, false));
        }
        return zones;
    }

    private static List<Zone> chosen(Spec spec) {
        int count = spec.region()
                .known()
                .map(r -> TWO_ZONE_REGIONS.contains(r) ? FEW : USUAL)
                .orElse(FEW);
        String list = "eksctl zones of " + spec.region().known().orElse("the Region");
        Settlement describe = Settlement.command(
                "aws ec2 describe-subnets --filters Name=tag:alpha.eksctl.io/cluster-name,Values=%s --output json"
                        .formatted(spec.name().known().orElse("<name>")));
        List<Zone> zones = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Value<String> zone = new Value.Unresolved<>(
                    "eksctl chooses the zone",
                    List.of(spec.place()),
                    List.of(describe),
                    null,
                    new Symbol(list, Integer.toString(i)));
            zones.add(new Zone("zone-" + i, zone, false, true));
        }
        return zones;
    }
}
