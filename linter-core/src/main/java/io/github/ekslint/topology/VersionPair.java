package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Three-valued comparison of a control plane's version with another one. */
final class VersionPair {

    private VersionPair() {}

    /**
     * Whether two versions are in a relation; unknown when one of them is.
     *
     * @param first of the control plane
     * @param second of a kubelet, or the version the control plane shall have
     */
    static Truth compared(
            Value<MinorVersion> first, Value<MinorVersion> second, BiPredicate<MinorVersion, MinorVersion> test) {
        if (first instanceof Value.Choice<MinorVersion> choice) {
            return Truth.depending(choice.input(), v -> compared(choice.choose().apply(v), second, test));
        }
        if (second instanceof Value.Choice<MinorVersion> choice) {
            return Truth.depending(
                    choice.input(), v -> compared(first, choice.choose().apply(v), test));
        }
        Ground left = first.ground("version of the control plane");
        Ground right = second.ground("version to compare with");
        return first.known()
                .flatMap(f -> second.known().map(s -> Truth.of(test.test(f, s), left, right)))
                .orElseGet(() -> Truth.of(
                        Logic.UNKNOWN,
                        Stream.of(left, right).filter(Ground::unresolved).toList()));
    }
}
