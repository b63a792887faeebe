package io.github.ekslint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistinctnessTest {

    private static Member known(String value) {
        return new Member("zone", Value.explicit(value), false, List.of());
    }

    private static Member symbol(String index) {
        return new Member(
                "zone",
                new Value.Unresolved<>("before deployment", List.of(), List.of(), null, new Symbol("zones", index)),
                false,
                List.of());
    }

    private static final Member UNKNOWN = new Member("zone", Value.unresolved("not said", List.of()), false, List.of());
    private static final Member OPEN_END = new Member("zone", Value.unresolved("not said", List.of()), true, List.of());

    private static Logic atLeastTwo(Member... members) {
        return new Distinctness(Arrays.asList(members)).atLeast(2).logic();
    }

    @Test
    void knownValuesAreCountedOnce() {
        assertThat(atLeastTwo(known("a"), known("b"))).isEqualTo(Logic.TRUE);
        assertThat(atLeastTwo(known("a"), known("a"))).isEqualTo(Logic.FALSE);
    }

    @Test
    void oneMemberIsOneValueWhateverItIs() {
        assertThat(atLeastTwo(UNKNOWN)).isEqualTo(Logic.FALSE);
        assertThat(atLeastTwo()).isEqualTo(Logic.FALSE);
    }

    @Test
    void unknownMembersLeaveItOpenUnlessTheOthersDecide() {
        assertThat(atLeastTwo(known("a"), UNKNOWN)).isEqualTo(Logic.UNKNOWN);
        assertThat(atLeastTwo(known("a"), known("b"), UNKNOWN)).isEqualTo(Logic.TRUE);
        assertThat(atLeastTwo(UNKNOWN, known("a"), known("b"))).isEqualTo(Logic.TRUE);
    }

    @Test
    void anOpenEndMayHoldNothingOrAnything() {
        assertThat(atLeastTwo(OPEN_END)).isEqualTo(Logic.UNKNOWN);
        assertThat(atLeastTwo(known("a"), OPEN_END)).isEqualTo(Logic.UNKNOWN);
        assertThat(atLeastTwo(known("a"), known("b"), OPEN_END)).isEqualTo(Logic.TRUE);
    }

    @Test
    void symbolsOfOneListAreDifferentAlthoughNeitherIsKnown() {
        assertThat(atLeastTwo(symbol("0"), symbol("1"))).isEqualTo(Logic.TRUE);
        assertThat(atLeastTwo(symbol("0"), symbol("0"))).isEqualTo(Logic.FALSE);
    }

    @Test
    void theValuesAreShownSortedAndTheUnknownOnesCounted() {
        assertThat(new Distinctness(List.of(known("b"), known("a"), known("b"), UNKNOWN)))
                .hasToString("a, b and 1 not known");
    }
}
