package io.github.ekslint.reader;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateSelector;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** The real AWS ids that a fact mentions, its own included. Tags do not count: anybody writes anything there. */
final class Mentions {

    private final Set<String> ids = new LinkedHashSet<>();

    private Mentions() {}

    /** Every id the fact mentions. */
    static Set<String> of(Fact fact) {
        Mentions mentions = new Mentions();
        for (Attribute<?> attribute : fact.attributes().said()) {
            mentions.add(fact.attributes().find(attribute));
        }
        return mentions.ids;
    }

    /** The ids through which a fact pulls in others. A security group does not pull in its VPC, which may be a peer's. */
    static Set<String> followed(Fact fact) {
        Set<String> ids = of(fact);
        if (fact instanceof SecurityGroup) {
            ids.removeIf(id -> id.startsWith("vpc-"));
        }
        return ids;
    }

    private void add(@org.jspecify.annotations.Nullable Object said) {
        if (said instanceof Value<?> value) {
            value.known().ifPresent(this::add);
        } else if (said instanceof Listing<?> listing) {
            listing.items().forEach(this::add);
        } else if (said instanceof Ref ref) {
            add(ref.id());
        } else if (said instanceof Route route) {
            add(route.targetRef());
            add(route.destination());
        } else if (said instanceof SecurityGroupRule rule) {
            add(rule.peerGroup());
            add(rule.peer());
        } else if (said instanceof FargateSelector) {
            return;
        } else if (said instanceof String text && AwsId.isReal(text)) {
            ids.add(text);
        }
    }
}
