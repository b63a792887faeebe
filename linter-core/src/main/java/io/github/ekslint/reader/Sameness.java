package io.github.ekslint.reader;

import io.github.ekslint.model.FargateSelector;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NetworkAclEntry;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a value says, without where it stands: equal texts say the same. The order of a list does not count. */
final class Sameness {

    private Sameness() {}

    static String of(@Nullable Object said) {
        if (said instanceof Value.Known<?> known) {
            return of(known.value());
        }
        if (said instanceof Value<?> value) {
            return value instanceof Value.Absent<?> ? "absent" : "open";
        }
        if (said instanceof Listing<?> listing) {
            return listing.items().stream().map(Sameness::of).sorted().collect(Collectors.joining(", ", "[", "]"));
        }
        if (said instanceof Ref ref) {
            return of(ref.id());
        }
        if (said instanceof Tags tags) {
            return new TreeMap<>(tags.values())
                    .entrySet().stream()
                            .map(e -> e.getKey() + "=" + of(e.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (said instanceof Route r) {
            return joined(r.destination(), r.target(), r.targetRef(), r.state());
        }
        if (said instanceof SecurityGroupRule r) {
            return joined(r.protocol(), r.fromPort(), r.toPort(), r.peerKind(), r.peer(), r.peerGroup());
        }
        if (said instanceof NetworkAclEntry e) {
            return joined(e.ruleNumber(), e.egress(), e.allow(), e.protocol(), e.fromPort(), e.toPort(), e.cidrBlock());
        }
        if (said instanceof FargateSelector s) {
            return joined(s.namespace(), s.labels());
        }
        return String.valueOf(said);
    }

    private static String joined(Object... parts) {
        return Stream.of(parts).map(Sameness::of).collect(Collectors.joining("/"));
    }
}
