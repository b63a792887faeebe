package io.github.ekslint.reference;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of reference data, and how each is read. */
enum Table {
    KUBERNETES_VERSIONS("kubernetes-versions", VersionTables::calendar),
    SKEW_POLICY("skew-policy", VersionTables::skewPolicy),
    MILESTONES("milestones", VersionTables::milestones),
    AMI_TYPES("ami-types", ImageTables::amiTypes),
    EKSCTL("eksctl", ImageTables::eksctl),
    INSTANCE_FAMILIES("instance-families", InstanceTables::families),
    INSTANCE_LIMITS("instance-limits", InstanceTables::limits),
    PARTITIONS("partitions", NetworkTables::partitions),
    ZONES("zones", NetworkTables::zones),
    PORTS("ports", NetworkTables::ports),
    PRIVATE_ENDPOINTS("private-endpoints", NetworkTables::privateEndpoints);

    static final Map<String, Table> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(t -> t.tableName, t -> t));

    private final String tableName;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
    private final Function<TableRows, Object> reader;

    Table(String tableName, Function<TableRows, Object> reader) {
        this.tableName = tableName;
        this.reader = reader;
    }

    String tableName() {
        return tableName;
    }

    /** The name of its built-in file. */
    String file() {
        return tableName + ".yaml";
    }

    Object read(TableRows rows) {
        return reader.apply(rows);
    }
}
