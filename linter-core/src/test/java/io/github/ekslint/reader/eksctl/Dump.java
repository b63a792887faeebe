package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateSelector;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Facts as text: one block for each, one line for each attribute. {@code =} is written in the spec, {@code ~} is filled in by
 * the one named behind it, {@code ?} is not known.
 */
final class Dump {

    private Dump() {}

    static String of(List<Fact> facts) {
        StringBuilder text = new StringBuilder();
        for (Fact fact : facts) {
            text.append(fact.key()).append(" @").append(fact.place().line()).append('\n');
            for (Attribute<?> attribute : fact.attributes().said()) {
                text.append("  ")
                        .append(attribute.name())
                        .append(' ')
                        .append(said(fact, attribute))
                        .append('\n');
            }
        }
        return text.toString();
    }

    @SuppressWarnings("unchecked")
    private static String said(Fact fact, Attribute<?> attribute) {
        try {
            return value(fact.get((Attribute<Value<Object>>) attribute));
        } catch (ClassCastException aList) {
            return listing(fact.list((Attribute<Listing<Object>>) attribute));
        }
    }

    private static String value(Value<?> value) {
        if (value instanceof Value.Known<?> known) {
            String sign = known.provenance() == Provenance.EXPLICIT ? "= " : "~ ";
            String origin = known.origin().isEmpty() ? "" : " (" + known.origin() + ")";
            return sign + item(known.value()) + origin;
        }
        if (value instanceof Value.Unresolved<?> open) {
            return "? " + open.why() + (open.likely() == null ? "" : ", probably " + open.likely())
                    + (open.symbol() == null ? "" : " #" + open.symbol().index());
        }
        return "absent";
    }

    private static String listing(Listing<?> listing) {
        String sign = listing.provenance() == null ? "?" : listing.isExplicit() ? "=" : "~";
        String items = listing.items().stream().map(Dump::item).collect(Collectors.joining(", "));
        String origin = listing.origin().isEmpty() ? "" : " (" + listing.origin() + ")";
        return sign + " [" + items + "]" + origin
                + listing.openEnd().map(o -> " ? " + o.why()).orElse("");
    }

    private static String item(Object item) {
        if (item instanceof Value<?> value) {
            return value.known().<String>map(Dump::item).orElseGet(() -> value(value));
        }
        if (item instanceof Ref ref) {
            return "-> " + (ref.key() == null ? item(ref.id()) : ref.key());
        }
        if (item instanceof Route route) {
            return item(route.destination()) + " " + item(route.target());
        }
        if (item instanceof SecurityGroupRule rule) {
            String peer = rule.peer().known().orElseGet(() -> item(rule.peerGroup()));
            String ports = rule.fromPort()
                    .known()
                    .map(p -> p + "-" + item(rule.toPort()))
                    .orElse("all");
            return item(rule.protocol()) + " " + ports + " " + peer;
        }
        if (item instanceof FargateSelector selector) {
            return item(selector.namespace());
        }
        if (item instanceof Tags tags) {
            return tags.values().entrySet().stream()
                    .map(e -> e.getKey() + "=" + item(e.getValue()))
                    .collect(Collectors.joining(" ", "{", "}"));
        }
        return String.valueOf(item);
    }
}
