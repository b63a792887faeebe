package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What EKS itself found out about a cluster, as the EKS API describes it (API_Insight). */
public record Insight(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws eks describe-insight --cluster-name {cluster} --id {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> ID = Attribute.value("id", DESCRIBE);

    /** What it is about, such as {@code Kubelet version skew}. */
    public static final Attribute<Value<String>> NAME = Attribute.value("name", DESCRIBE);

    /** UPGRADE_READINESS, MISCONFIGURATION or ROLLBACK_READINESS. */
    public static final Attribute<Value<String>> CATEGORY = Attribute.value("category", DESCRIBE);

    /** The Kubernetes minor version to which an upgrade was checked. */
    public static final Attribute<Value<String>> KUBERNETES_VERSION = Attribute.value("kubernetesVersion", DESCRIBE);

    /** PASSING, WARNING, ERROR or UNKNOWN. */
    public static final Attribute<Value<String>> STATUS = Attribute.value("insightStatus.status", DESCRIBE);

    /** When EKS checked last. */
    public static final Attribute<Value<Instant>> LAST_REFRESH_TIME = Attribute.value("lastRefreshTime", DESCRIBE);

    /** What it is about, such as {@code Kubelet version skew}. */
    public Value<String> name() {
        return get(NAME);
    }

    /** UPGRADE_READINESS, MISCONFIGURATION or ROLLBACK_READINESS. */
    public Value<String> category() {
        return get(CATEGORY);
    }

    /** The Kubernetes minor version to which an upgrade was checked. */
    public Value<String> kubernetesVersion() {
        return get(KUBERNETES_VERSION);
    }

    /** PASSING, WARNING, ERROR or UNKNOWN. */
    public Value<String> status() {
        return get(STATUS);
    }

    /** When EKS checked last. */
    public Value<Instant> lastRefreshTime() {
        return get(LAST_REFRESH_TIME);
    }

    @Override
    public Insight with(Attributes others) {
        return new Insight(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return ID;
    }
}
