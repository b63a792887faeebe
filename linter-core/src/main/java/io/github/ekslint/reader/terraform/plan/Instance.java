package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.reader.terraform.resource.TfResource.Mode;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a resource or data source, as it will be after the apply.
 *
 * @param module the address of its module; empty for the root module
 * @param key of {@code count} or {@code for_each}; null without
 * @param isNew whether the apply creates it, or replaces it
 * @param values as far as they are known
 * @param unknown which of them are not, in the same shape; null when all are
 * @param sensitive which of them are not to be shown, in the same shape; null when all are
 * @param place with its address
 */
record Instance(
        String address,
        String module,
        Mode mode,
        String type,
        String name,
        @Nullable String key,
        boolean isNew,
        Node.Mapping values,
        @Nullable Node unknown,
        @Nullable Node sensitive,
        Place place) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Instance instance && address.equals(instance.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    /** Whether an attribute is not known before the apply. */
    boolean isUnknown(String attribute) {
        @Nullable Node at = unknown;
        for (String part : List.of(attribute.split("\\."))) {
            if (isTrue(at)) {
                return true;
            }
            at = member(at, part);
        }
        return isTrue(at);
    }

    /** The part of a mask that is about a member or an item; null when it says nothing. */
    static @Nullable Node member(@Nullable Node mask, String part) {
        if (mask == null || isTrue(mask)) {
            return mask;
        }
        if (mask instanceof Node.Sequence list) {
            if (part.chars().allMatch(Character::isDigit) && !part.isEmpty() && part.length() < 7) {
                int index = Integer.parseInt(part);
                return index < list.items().size() ? list.items().get(index) : null;
            }
            return list.items().isEmpty() ? null : member(list.items().get(0), part);
        }
        return mask.asMapping().flatMap(m -> m.get(part)).orElse(null);
    }

    static boolean isTrue(@Nullable Node mask) {
        return Optional.ofNullable(mask)
                .flatMap(Node::asScalar)
                .filter(s -> s.text().equals("true"))
                .isPresent();
    }
}
