package io.github.ekslint.reader.implied;

import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The clusters of one spec while it is read, for what belongs to them. */
public final class KnownClusters {

    /** How the key of the tag begins that makes instances nodes of a cluster. */
    private static final String TAG = "kubernetes.io/cluster/";

    private final List<String> keys = new ArrayList<>();
    private final Map<String, String> byName = new LinkedHashMap<>();

    /** Remembers a cluster. */
    public void add(String key, Optional<String> name) {
        keys.add(key);
        name.ifPresent(n -> byName.putIfAbsent(n, key));
    }

    /** Whether a name is surely that of none of them. */
    public boolean isElsewhere(String name) {
        return !byName.containsKey(name) && byName.size() == keys.size();
    }

    /** The keys of all, in the order they were read. */
    public List<String> keys() {
        return Collections.unmodifiableList(keys);
    }

    /** The only cluster; null when there is none, or several. */
    public @Nullable String only() {
        return keys.size() == 1 ? keys.get(0) : null;
    }

    /**
     * The cluster that a reference means: by key or name; where neither is known yet, the only cluster there is.
     *
     * @param reference empty when nothing is written
     * @param key of the resource that it means; null when it is none of the spec
     * @return null when it is none of the spec
     */
    public @Nullable String of(Optional<Value<Ref>> reference, @Nullable String key) {
        if (key != null && keys.contains(key)) {
            return key;
        }
        Optional<Value<String>> name = reference.map(v -> v.flatMap(Ref::id));
        Optional<String> known = name.flatMap(Value::known);
        return known.isPresent()
                ? byName.get(known.get())
                : name.filter(Value::isUnresolved).isPresent() && key == null ? only() : null;
    }

    /** The first of these keys of tags that makes instances nodes of a cluster; empty when none does. */
    public static Optional<Datum.Text> tag(List<Datum> keysOfTags) {
        Predicate<Datum.Text> ofCluster = t -> t.pieces().get(0).text().startsWith(TAG);
        return keysOfTags.stream()
                .filter(Datum.Text.class::isInstance)
                .map(Datum.Text.class::cast)
                .filter(ofCluster)
                .findFirst();
    }

    /**
     * The cluster that instances are nodes of: the one that their tag names, else the one in their user data, else the only one.
     *
     * @param tag the key of the tag that makes them nodes
     * @return null when none of them tells
     */
    public @Nullable String ofNodes(Optional<Datum.Text> tag, Optional<Datum> userData) {
        String tagged = tag.map(this::tagged).orElse(null);
        if (tagged != null) {
            return tagged;
        }
        String mentioned = userData.map(d -> UserData.mentioned(d, keys)).orElse(null);
        return mentioned != null ? mentioned : only();
    }

    private @Nullable String tagged(Datum.Text tag) {
        for (Datum.Piece piece : tag.pieces()) {
            Gap gap = piece.gap();
            if (gap != null
                    && gap.target() != null
                    && keys.contains(gap.target().key())) {
                return gap.target().key();
            }
        }
        String key = tag.known();
        return key == null ? null : byName.get(key.substring(TAG.length()));
    }
}
