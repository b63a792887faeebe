package io.github.ekslint.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the tables about instance types. */
final class InstanceTables {

    private static final Map<String, String> ARCHITECTURES = words("x86_64", "arm64", "x86_64_mac", "arm64_mac");

    private InstanceTables() {}

    static InstanceFamilies families(TableRows table) {
        record Letter(String letter, String architecture) {}
        Map<String, String> processors = table
                .byKey(
                        "processors",
                        row -> {
                            row.source();
                            return new Letter(row.text("letter"), row.oneOf("architecture", ARCHITECTURES));
                        },
                        Letter::letter)
                .values()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Letter::letter, Letter::architecture));
        record Group(Set<String> names, InstanceFamily first, Row row) {}
        Map<String, InstanceFamily> families = new HashMap<>();
        for (Group group : table.byKey(
                        "families",
                        row -> {
                            Set<String> names = row.texts("names");
                            row.source();
                            return new Group(
                                    names,
                                    new InstanceFamily(
                                            names.iterator().next(),
                                            row.oneOf("architecture", ARCHITECTURES),
                                            row.optionalText("accelerator"),
                                            row.optionalText("hypervisor"),
                                            false),
                                    row);
                        },
                        group -> group.first().name())
                .values()) {
            InstanceFamily first = group.first();
            for (String name : group.names()) {
                InstanceFamily family =
                        new InstanceFamily(name, first.architecture(), first.accelerator(), first.hypervisor(), false);
                once(families.put(name, family) == null, name, group.row());
            }
        }
        return new InstanceFamilies(families, processors);
    }

    static InstanceLimits limits(TableRows table) {
        record Group(Set<String> types, InstanceLimits.Limit limit, Row row) {}
        Map<String, InstanceLimits.Limit> limits = new HashMap<>();
        for (Group group : table.byKey(
                        "limits",
                        row -> {
                            row.source();
                            return new Group(
                                    row.texts("types"),
                                    new InstanceLimits.Limit(
                                            row.number("network-interfaces", 1, 1000),
                                            row.number("ipv4-per-interface", 1, 1000)),
                                    row);
                        },
                        Group::limit)
                .values()) {
            for (String type : group.types()) {
                once(limits.put(type, group.limit()) == null, type, group.row());
            }
        }
        return new InstanceLimits(limits);
    }

    private static void once(boolean first, String name, Row row) {
        if (!first) {
            throw new MalformedData(row.node(), "`" + name + "` stands twice in the table");
        }
    }

    private static Map<String, String> words(String... words) {
        return Stream.of(words).collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));
    }
}
