package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An update that EKS made or makes to a cluster, as the EKS API describes it (API_Update). */
public record ClusterUpdate(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws eks describe-update --name {cluster} --update-id {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> UPDATE_ID = Attribute.value("updateId", DESCRIBE);

    /** VersionUpdate, VersionRollback, ConfigUpdate, … */
    public static final Attribute<Value<String>> TYPE = Attribute.value("type", DESCRIBE);

    /** InProgress, Failed, Cancelled or Successful. */
    public static final Attribute<Value<String>> STATUS = Attribute.value("status", DESCRIBE);

    /** When it was asked for. */
    public static final Attribute<Value<Instant>> CREATED_AT = Attribute.value("createdAt", DESCRIBE);

    /** VersionUpdate, VersionRollback, ConfigUpdate, … */
    public Value<String> type() {
        return get(TYPE);
    }

    /** InProgress, Failed, Cancelled or Successful. */
    public Value<String> status() {
        return get(STATUS);
    }

    /** When it was asked for. */
    public Value<Instant> createdAt() {
        return get(CREATED_AT);
    }

    @Override
    public ClusterUpdate with(Attributes others) {
        return new ClusterUpdate(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return UPDATE_ID;
    }
}
