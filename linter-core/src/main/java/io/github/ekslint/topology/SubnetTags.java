package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Questions about the tags of a subnet. */
final class SubnetTags {

    private SubnetTags() {}

    /** Whether the subnet carries a tag, whatever its value. */
    static Truth has(Subnet subnet, String key) {
        return find(
                subnet,
                key,
                tag -> tag instanceof Value.Absent<String>
                        ? Logic.FALSE
                        : subnet.tags()
                                        .known()
                                        .filter(t -> t.values().containsKey(key))
                                        .isPresent()
                                ? Logic.TRUE
                                : Logic.UNKNOWN);
    }

    /** Whether the subnet carries a tag with a value that satisfies the predicate. */
    static Truth has(Subnet subnet, String key, Predicate<String> value) {
        return find(subnet, key, tag -> tag.is(key, value).logic());
    }

    private static Truth find(Subnet subnet, String key, Function<Value<String>, Logic> test) {
        Optional<Tags> tags = subnet.tags().known();
        if (tags.isEmpty()) {
            return subnet.tags().is("tags", t -> false);
        }
        Value<String> tag = tags.get().get(key);
        Ground ground = tag instanceof Value.Absent<String>
                ? Ground.fact(
                        "tags",
                        "%s has no tag %s".formatted(subnet.displayName(), key),
                        subnet.tags().places())
                : tag.ground(key);
        return Truth.of(test.apply(tag), List.of(ground));
    }
}
