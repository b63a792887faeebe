package io.github.ekslint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {

    private static final Value<String> OPEN = Value.unresolved("not said", List.of());

    private static Value<String> symbol(String list, String index) {
        return new Value.Unresolved<>(
                "not known before deployment", List.of(), List.of(), null, new Symbol(list, index));
    }

    @Test
    void whatIsAbsentSatisfiesNoPredicate() {
        assertThat(Value.<String>absent().is("x", v -> true).isFalse()).isTrue();
        assertThat(Value.<String>absent().isPresent("x").isFalse()).isTrue();
    }

    @Test
    void whatIsUnresolvedIsNeitherTrueNorFalse() {
        assertThat(OPEN.is("x", v -> true).isUnknown()).isTrue();
        assertThat(OPEN.is("x", v -> false).isUnknown()).isTrue();
        assertThat(OPEN.is("x", v -> true).not().isUnknown()).isTrue();
    }

    @Test
    void mappingKeepsProvenanceAndReason() {
        Value<Integer> length = Value.byDefault("1.34", "eksctl").map(String::length);
        assertThat(length).isEqualTo(Value.byDefault(4, "eksctl"));
        assertThat(OPEN.map(String::length)).isInstanceOf(Value.Unresolved.class);
    }

    @ParameterizedTest
    @CsvSource({"a,a,TRUE", "a,b,FALSE"})
    void knownValuesAreCompared(String left, String right, Logic same) {
        assertThat(Value.same("v", Value.explicit(left), Value.explicit(right)).logic())
                .isEqualTo(same);
    }

    @Test
    void symbolsOfOneListAreCompared() {
        assertThat(Value.same("zone", symbol("zones", "0"), symbol("zones", "0"))
                        .isTrue())
                .isTrue();
        assertThat(Value.same("zone", symbol("zones", "0"), symbol("zones", "1"))
                        .isFalse())
                .isTrue();
        assertThat(Value.same("zone", symbol("zones", "0"), symbol("others", "1"))
                        .isUnknown())
                .isTrue();
        assertThat(Value.same("zone", symbol("zones", "0"), Value.explicit("eu-west-1a"))
                        .isUnknown())
                .isTrue();
    }

    @Test
    void absentAndKnownAreDifferent() {
        assertThat(Value.same("v", Value.<String>absent(), symbol("zones", "0")).isUnknown())
                .isTrue();
        assertThat(Value.same("v", Value.<String>absent(), Value.explicit("a")).isFalse())
                .isTrue();
        assertThat(Value.same("v", Value.<String>absent(), Value.<String>absent())
                        .isTrue())
                .isTrue();
    }

    @Test
    void aValueSaysWhoSetIt() {
        assertThat(Value.explicit(true).shown()).isEqualTo("true");
        assertThat(Value.byDefault(true, "AWS").shown()).isEqualTo("true (default of AWS)");
        assertThat(OPEN.shown()).isEqualTo("not known");
        assertThat(Value.absent().shown()).isEqualTo("not set");
    }
}
