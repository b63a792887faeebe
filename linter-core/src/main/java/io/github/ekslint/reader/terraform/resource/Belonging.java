package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import java.util.List;

/** Whether a policy, or an attachment of one, is of a role. */
enum Belonging {
    YES,
    NO,
    PERHAPS;

    /** By the role's id, or by its name, which may be known before the role is there. */
    static Belonging of(TfResource policy, TfResource role) {
        Datum one = policy.attributes().datum("role");
        if (!(one instanceof Datum.Nothing)) {
            return named(one, role);
        }
        Datum several = policy.attributes().datum("roles");
        if (several instanceof Datum.Items items) {
            List<Belonging> each =
                    items.items().stream().map(r -> named(r, role)).toList();
            return each.contains(YES) ? YES : each.contains(PERHAPS) ? PERHAPS : NO;
        }
        return several instanceof Datum.Nothing ? NO : PERHAPS;
    }

    private static Belonging named(Datum named, TfResource role) {
        if (!(named instanceof Datum.Text text)) {
            return PERHAPS;
        }
        if (text.target() != null) {
            return text.target().key().equals(role.key()) ? YES : NO;
        }
        String known = text.known();
        if (known == null) {
            return PERHAPS;
        }
        return role.attributes()
                        .text("name")
                        .flatMap(Value::known)
                        .filter(known::equals)
                        .isPresent()
                ? YES
                : NO;
    }

    /** Why the list of what a role has is open. */
    static Value.Unresolved<?> lost(TfResource policy) {
        return new Value.Unresolved<>(
                "which role %s is of is not known".formatted(policy.address()),
                List.of(policy.place()),
                List.of(),
                null,
                null);
    }
}
