package io.github.ekslint.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads the tables about Regions, zones, ports and endpoints. */
final class NetworkTables {

    private static final Map<String, ZoneName.Kind> ZONE_TYPES =
            Arrays.stream(ZoneName.Kind.values()).collect(Collectors.toMap(ZoneName.Kind::zoneType, k -> k));
    private static final Map<String, PortRule.Side> SIDES =
            Map.of("control-plane", PortRule.Side.CONTROL_PLANE, "node", PortRule.Side.NODE);
    private static final Map<String, String> PROTOCOLS = Map.of("tcp", "tcp", "udp", "udp");
    private static final Map<String, String> ENDPOINT_TYPES = Map.of("Interface", "Interface", "Gateway", "Gateway");
    private static final Map<String, EndpointNeed.Level> LEVELS = Arrays.stream(EndpointNeed.Level.values())
            .collect(Collectors.toMap(l -> l.name().toLowerCase(Locale.ROOT), l -> l));

    private NetworkTables() {}

    static Partitions partitions(TableRows table) {
        return new Partitions(List.copyOf(table.byKey("partitions", NetworkTables::partition, Partition::id)
                .values()));
    }

    private static Partition partition(Row row) {
        Partition partition = new Partition(
                row.text("id"), row.text("dns-suffix"), pattern(row, "region-pattern"), row.optionalTexts("regions"));
        row.source();
        return partition;
    }

    private static Pattern pattern(Row row, String key) {
        try {
            return Pattern.compile(row.text(key));
        } catch (PatternSyntaxException e) {
            throw new MalformedData(row.node(), "`" + key + "` is not a pattern: " + e.getDescription());
        }
    }

    static Zones zones(TableRows table) {
        record Refused(String zoneId, String region) {}
        Collection<Refused> refused = table.byKey(
                        "refused-zone-ids",
                        row -> {
                            row.source();
                            return new Refused(row.text("zone-id"), row.text("region"));
                        },
                        Refused::zoneId)
                .values();
        Set<ZoneName.Kind> kinds = table.byKey(
                        "refused-zone-types",
                        row -> {
                            row.source();
                            return row.oneOf("zone-type", ZONE_TYPES);
                        },
                        Function.identity())
                .keySet();
        return new Zones(
                refused.stream()
                        .collect(Collectors.groupingBy(
                                Refused::region, Collectors.mapping(Refused::zoneId, Collectors.toUnmodifiableSet()))),
                kinds,
                table.root().texts("partitions"));
    }

    static Ports ports(TableRows table) {
        return new Ports(new ArrayList<>(
                table.byKey("rules", NetworkTables::portRule, PortRule::id).values()));
    }

    private static PortRule portRule(Row row) {
        return new PortRule(
                row.text("id"),
                row.oneOf("protocol", PROTOCOLS),
                row.number("port", 1, 65535),
                row.oneOf("from", SIDES),
                row.oneOf("to", SIDES),
                row.optionalText("when"),
                row.text("why"),
                row.source());
    }

    static PrivateEndpoints privateEndpoints(TableRows table) {
        return new PrivateEndpoints(
                new ArrayList<>(table.byKey("endpoints", NetworkTables::endpointNeed, EndpointNeed::service)
                        .values()));
    }

    private static EndpointNeed endpointNeed(Row row) {
        return new EndpointNeed(
                row.text("service"),
                row.oneOf("type", ENDPOINT_TYPES),
                row.oneOf("need", LEVELS),
                row.texts("when"),
                row.textByKey("service-names"),
                row.optionalTexts("unavailable-regions"),
                row.text("why"),
                row.source());
    }
}
