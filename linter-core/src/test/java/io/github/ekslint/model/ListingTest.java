package io.github.ekslint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Value.Unresolved<String> REST =
            new Value.Unresolved<>("the rest is a parameter", List.of(), List.of(), null, null);

    private static final Listing<String> COMPLETE = Listing.explicit(List.of("a", "b"));
    private static final Listing<String> OPEN = COMPLETE.withRest(REST);

    @Test
    void aCompleteListDecidesAnyAndAll() {
        assertThat(COMPLETE.any("l", s -> Truth.of(s.equals("b"))).isTrue()).isTrue();
        assertThat(COMPLETE.any("l", s -> Truth.of(s.equals("c"))).isFalse()).isTrue();
        assertThat(COMPLETE.all("l", s -> Truth.of(s.equals("b"))).isFalse()).isTrue();
        assertThat(COMPLETE.all("l", s -> Truth.yes()).isTrue()).isTrue();
    }

    @Test
    void anOpenListDecidesOnlyWhatItsItemsProve() {
        assertThat(OPEN.any("l", s -> Truth.of(s.equals("b"))).isTrue()).isTrue();
        assertThat(OPEN.any("l", s -> Truth.of(s.equals("c"))).isUnknown()).isTrue();
        assertThat(OPEN.all("l", s -> Truth.of(s.equals("b"))).isFalse()).isTrue();
        assertThat(OPEN.all("l", s -> Truth.yes()).isUnknown()).isTrue();
        assertThat(OPEN.hasAtLeast("l", 2).isTrue()).isTrue();
        assertThat(OPEN.hasAtLeast("l", 3).isUnknown()).isTrue();
        assertThat(COMPLETE.hasAtLeast("l", 3).isFalse()).isTrue();
    }

    @Test
    void aListThatIsNotWrittenIsEmptyAndAListThatIsNotKnownIsNot() {
        assertThat(Listing.absent().isNotEmpty("l").isFalse()).isTrue();
        assertThat(Listing.unresolved("not said", List.of()).isNotEmpty("l").isUnknown())
                .isTrue();
    }

    @Test
    void aListShowsItsItems() {
        assertThat(OPEN.shown()).isEqualTo("a, b and perhaps more");
        assertThat(Listing.absent().shown()).isEqualTo("none");
        assertThat(Listing.unresolved("not said", List.of()).shown()).isEqualTo("not known");
    }
}
