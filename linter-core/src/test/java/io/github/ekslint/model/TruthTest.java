package io.github.ekslint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

    private static final Input IS_PROD = new Input("IsProd", List.of("true", "false"));
    private static final Input ZONES = new Input("Zones", List.of("1", "2", "3"));

    private static Truth truth(Logic logic, String label) {
        return Truth.of(logic, List.of(Ground.fact(label, logic.name(), List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "TRUE,TRUE,TRUE,TRUE",
        "TRUE,FALSE,FALSE,TRUE",
        "TRUE,UNKNOWN,UNKNOWN,TRUE",
        "FALSE,FALSE,FALSE,FALSE",
        "FALSE,UNKNOWN,FALSE,UNKNOWN",
        "UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN"
    })
    void andAndOrAreKleenes(Logic left, Logic right, Logic and, Logic or) {
        assertThat(truth(left, "l").and(truth(right, "r")).logic()).isEqualTo(and);
        assertThat(truth(right, "r").and(truth(left, "l")).logic()).isEqualTo(and);
        assertThat(truth(left, "l").or(truth(right, "r")).logic()).isEqualTo(or);
        assertThat(truth(right, "r").or(truth(left, "l")).logic()).isEqualTo(or);
    }

    @Test
    void nothingMakesAllTrueAndAnyFalse() {
        assertThat(Truth.all(List.of()).isTrue()).isTrue();
        assertThat(Truth.any(List.of()).isFalse()).isTrue();
    }

    @Test
    void aTruthRemembersTheGroundsThatCarryIt() {
        Truth both = truth(Logic.TRUE, "a").and(truth(Logic.FALSE, "b")).and(truth(Logic.UNKNOWN, "c"));
        assertThat(both.isFalse()).isTrue();
        assertThat(both.grounds()).extracting(Ground::label).containsExactly("b");

        Truth one = truth(Logic.FALSE, "a").or(truth(Logic.UNKNOWN, "b"));
        assertThat(one.isUnknown()).isTrue();
        assertThat(one.grounds()).extracting(Ground::label).containsExactly("b");
    }

    @Test
    void whatSettlesAnUnknownIsCollectedOnce() {
        Settlement describe = Settlement.command("aws eks describe-cluster --name prod");
        Truth unknown = Truth.unknown("a", "not said", List.of(), describe)
                .and(Truth.unknown("b", "not said", List.of(), describe));
        assertThat(unknown.settledBy()).containsExactly(describe);
        assertThat(Truth.yes().settledBy()).isEmpty();
    }

    @Test
    void aTruthThatIsTheSameInAllCasesIsDecided() {
        Truth a = Truth.depending(IS_PROD, v -> Truth.of(v.equals("true")));
        Truth b = Truth.depending(IS_PROD, v -> Truth.of(v.equals("false")));
        assertThat(a.isUnknown()).isTrue();
        assertThat(a.or(b).isTrue()).as("one of them holds in each case").isTrue();
        assertThat(a.and(b).isFalse()).as("never both").isTrue();
        assertThat(a.and(a.not()).isFalse()).isTrue();
    }

    @Test
    void aTruthSaysUnderWhichInputsItHolds() {
        Truth prod = Truth.depending(IS_PROD, v -> Truth.of(v.equals("true")));
        Truth many = Truth.depending(ZONES, v -> Truth.of(!v.equals("1")));
        assertThat(prod.when(Logic.TRUE)).containsExactly("IsProd is true");
        assertThat(prod.and(many).when(Logic.TRUE))
                .containsExactly("IsProd is true and Zones is 2", "IsProd is true and Zones is 3");
        assertThat(Truth.yes().when(Logic.TRUE)).isEmpty();
    }

    @Test
    void tooManyCasesStayUnknownWithoutBeingTried() {
        Truth all = Truth.yes();
        Truth none = Truth.yes();
        for (int i = 0; i < 30; i++) {
            Input input = new Input("P" + i, List.of("true", "false"));
            all = all.and(Truth.depending(input, v -> Truth.of(v.equals("true"))));
            none = none.and(Truth.depending(input, v -> Truth.of(v.equals("false"))));
        }
        assertThat(all.or(none).isUnknown()).isTrue();
        assertThat(all.when(Logic.TRUE)).isEmpty();
    }

    @Test
    void aChoiceIsJudgedCaseByCase() {
        Value<Boolean> choice = new Value.Choice<>(IS_PROD, v -> Value.explicit(v.equals("true")), List.of());
        assertThat(Value.isTrue("public", choice).when(Logic.FALSE)).containsExactly("IsProd is false");
        assertThat(choice.map(b -> !b).is("private", b -> b).when(Logic.TRUE)).containsExactly("IsProd is false");
    }
}
