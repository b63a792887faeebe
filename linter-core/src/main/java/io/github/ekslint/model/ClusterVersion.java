package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A Kubernetes version that EKS offers, as the EKS API describes it (API_ClusterVersionInformation). */
public record ClusterVersion(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    /** What records the versions. */
    public static final String DESCRIBE = "aws eks describe-cluster-versions --output json";

    /** The minor version. */
    public static final Attribute<Value<String>> CLUSTER_VERSION = Attribute.value("clusterVersion", DESCRIBE);

    /** STANDARD_SUPPORT, EXTENDED_SUPPORT or UNSUPPORTED. */
    public static final Attribute<Value<String>> VERSION_STATUS = Attribute.value("versionStatus", DESCRIBE);

    /** When EKS released it, a UTC day. */
    public static final Attribute<Value<LocalDate>> RELEASE_DATE = Attribute.value("releaseDate", DESCRIBE);

    /** The UTC day from which extended support is billed. */
    public static final Attribute<Value<LocalDate>> END_OF_STANDARD_SUPPORT_DATE =
            Attribute.value("endOfStandardSupportDate", DESCRIBE);

    /** The UTC day from which it is no longer supported. */
    public static final Attribute<Value<LocalDate>> END_OF_EXTENDED_SUPPORT_DATE =
            Attribute.value("endOfExtendedSupportDate", DESCRIBE);

    /** Whether new clusters get it by default. */
    public static final Attribute<Value<Boolean>> DEFAULT_VERSION = Attribute.value("defaultVersion", DESCRIBE);

    /** The platform version that new clusters of it get, such as {@code eks.12}. */
    public static final Attribute<Value<String>> DEFAULT_PLATFORM_VERSION =
            Attribute.value("defaultPlatformVersion", DESCRIBE);

    /** The minor version. */
    public Value<String> clusterVersion() {
        return get(CLUSTER_VERSION);
    }

    /** STANDARD_SUPPORT, EXTENDED_SUPPORT or UNSUPPORTED. */
    public Value<String> versionStatus() {
        return get(VERSION_STATUS);
    }

    /** When EKS released it, a UTC day. */
    public Value<LocalDate> releaseDate() {
        return get(RELEASE_DATE);
    }

    /** The UTC day from which extended support is billed. */
    public Value<LocalDate> endOfStandardSupportDate() {
        return get(END_OF_STANDARD_SUPPORT_DATE);
    }

    /** The UTC day from which it is no longer supported. */
    public Value<LocalDate> endOfExtendedSupportDate() {
        return get(END_OF_EXTENDED_SUPPORT_DATE);
    }

    /** The platform version that new clusters of it get, such as {@code eks.12}. */
    public Value<String> defaultPlatformVersion() {
        return get(DEFAULT_PLATFORM_VERSION);
    }

    /** Whether new clusters get it by default. */
    public Value<Boolean> defaultVersion() {
        return get(DEFAULT_VERSION);
    }

    @Override
    public ClusterVersion with(Attributes others) {
        return new ClusterVersion(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return CLUSTER_VERSION;
    }
}
