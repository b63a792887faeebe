package io.github.ekslint.reference;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the tables about node images and what eksctl makes of them. */
final class ImageTables {

    private static final Map<String, String> SYSTEMS = Map.of("linux", "linux", "windows", "windows");
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "x86_64", "arm64", "arm64");
    private static final String CUSTOM = "CUSTOM";

    private ImageTables() {}

    static AmiTypes amiTypes(TableRows table) {
        Map<String, AmiFamily> families = table.byKey("families", ImageTables::family, AmiFamily::name);
        return new AmiTypes(table.byKey("types", row -> type(row, families), AmiType::value), families);
    }

    private static AmiFamily family(Row row) {
        return new AmiFamily(
                row.text("name"),
                row.oneOf("operating-system", SYSTEMS),
                row.optionalDate("images-ended"),
                row.optionalDate("os-ended"),
                row.optionalMinor("first-minor"),
                row.optionalMinor("last-minor"),
                row.optionalMinor("default-since"),
                row.source());
    }

    private static AmiType type(Row row, Map<String, AmiFamily> families) {
        String value = row.text("value");
        boolean custom = value.equals(CUSTOM);
        AmiType type = new AmiType(
                value,
                custom ? Optional.empty() : Optional.of(row.oneOf("operating-system", SYSTEMS)),
                row.text("family"),
                custom ? Optional.empty() : Optional.of(row.oneOf("architecture", ARCHITECTURES)),
                row.optionalTexts("accelerators"),
                row.optionalFlag("fips"),
                row.optionalMinor("first-minor"),
                row.optionalMinor("last-minor"));
        row.source();
        if (!custom && !families.containsKey(type.family())) {
            throw new MalformedData(row.node(), "`" + type.family() + "` is none of the table's families");
        }
        return type;
    }

    static EksctlDefaults eksctl(TableRows table) {
        Row defaults = table.root().row("defaults");
        Row privateCluster = table.root().row("private-cluster");
        EksctlDefaults eksctl = new EksctlDefaults(
                defaults.date("as-of"),
                defaults.minor("version"),
                defaults.text("ami-family"),
                families(table),
                privateCluster.texts("endpoints"),
                privateCluster.optionalTexts("endpoints-with-logging"),
                privateCluster.optionalTexts("optional-endpoints"),
                privateCluster.optionalTexts("unsupported-regions"));
        defaults.source();
        defaults.end();
        privateCluster.source();
        privateCluster.end();
        return eksctl;
    }

    private static Map<String, String> families(TableRows table) {
        record Named(String name, String family) {}
        Map<String, Named> named = table.byKey(
                "ami-families",
                row -> {
                    row.source();
                    return new Named(row.text("name"), row.text("family"));
                },
                Named::name);
        return named.values().stream().collect(Collectors.toUnmodifiableMap(Named::name, Named::family));
    }
}
