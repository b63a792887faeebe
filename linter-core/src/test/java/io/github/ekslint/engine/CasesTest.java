package io.github.ekslint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Input;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.source.SourceFile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CasesTest {

    private static final Input ZONES = new Input("Zones", List.of("2", "3"));
    private static final Input STAGE = new Input("Stage", List.of("dev", "prod"));
    private static final Truth OPEN = Truth.unknown("zones", "it depends on Zones", List.of());
    private static final Subject CLUSTER = cluster("Cluster/a");

    private static Cluster cluster(String key) {
        SourceFile file = new SourceFile("stack.yaml", List.of("Resources: {}"));
        return new Cluster(
                key,
                file.start(),
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Cluster.CONNECTED, Value.byDefault(false, "AWS"))
                        .build());
    }

    private static List<Verdict> said(Subject subject, Truth holds) {
        Rule rule = JudgeTest.rule("EKS-NET-001", List.of(), List.of());
        Facts facts = new Facts(
                new Estate("stack.yaml", Estate.Tool.CLOUDFORMATION, List.of(), Map.of()), List.of(subject), List.of());
        return new Judge((f, r) -> List.of(
                        new Judgement(rule, subject).with("thing", "a zone").require(holds)))
                .judge(facts, List.of(rule));
    }

    /** What is said of the cluster when Zones is 2 and when it is 3. */
    private static Map<Map<Input, String>, List<Verdict>> byZones(Truth... each) {
        Map<Map<Input, String>, List<Verdict>> cases = new LinkedHashMap<>();
        List<List<Verdict>> verdicts =
                Arrays.stream(each).map(t -> said(CLUSTER, t)).toList();
        cases.put(Map.of(ZONES, "2"), verdicts.get(0));
        cases.put(Map.of(ZONES, "3"), verdicts.get(1));
        return cases;
    }

    private static Verdict only(List<Verdict> verdicts) {
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    @Test
    void whatIsTheSameInAllCasesIsDecided() {
        assertThat(only(Cases.joined(said(CLUSTER, OPEN), byZones(Truth.yes(), Truth.yes())))
                        .result())
                .isEqualTo(Result.PASS);
        assertThat(only(Cases.joined(said(CLUSTER, OPEN), byZones(Truth.no(), Truth.no())))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void whatFailsInOneCaseIsUnknownAndSaysInWhich() {
        Verdict verdict = only(Cases.joined(said(CLUSTER, OPEN), byZones(Truth.no(), Truth.yes())));
        assertThat(verdict.result()).isEqualTo(Result.UNKNOWN);
        assertThat(verdict.outcome()).isEqualTo("violated");
        assertThat(verdict.when()).containsExactly("Zones is 2");
        assertThat(verdict.settledBy()).containsExactly(Settlement.parameter("Zones"));
        assertThat(verdict.message()).endsWith("; it depends on Zones");
    }

    @Test
    void whatIsOpenInOneCaseStaysOpen() {
        assertThat(only(Cases.joined(said(CLUSTER, OPEN), byZones(Truth.yes(), OPEN)))
                        .result())
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void whatIsDecidedWhateverTheInputsAreStands() {
        assertThat(only(Cases.joined(said(CLUSTER, Truth.yes()), byZones(OPEN, OPEN)))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void whatIsThereInNoCaseIsNotJudged() {
        Map<Map<Input, String>, List<Verdict>> cases = byZones(Truth.yes(), Truth.yes());
        assertThat(Cases.joined(said(cluster("Cluster/the rest of a list"), OPEN), cases))
                .extracting(v -> v.subject().key())
                .containsExactly("Cluster/a");
    }

    @Test
    void whatIsThereInOneCaseOnlyFailsWhenItIs() {
        Map<Map<Input, String>, List<Verdict>> cases = new LinkedHashMap<>();
        cases.put(Map.of(ZONES, "2"), List.of());
        cases.put(Map.of(ZONES, "3"), said(CLUSTER, Truth.no()));
        assertThat(only(Cases.joined(List.of(), cases)).when()).containsExactly("Zones is 3");
    }

    @Test
    void anInputThatMakesNoDifferenceIsNotNamed() {
        Map<Map<Input, String>, List<Verdict>> cases = new LinkedHashMap<>();
        for (String zones : ZONES.values()) {
            for (String stage : STAGE.values()) {
                cases.put(
                        new TreeMap<>(Map.of(ZONES, zones, STAGE, stage)), said(CLUSTER, Truth.of(zones.equals("3"))));
            }
        }
        assertThat(only(Cases.joined(said(CLUSTER, OPEN), cases)).when()).containsExactly("Zones is 2");
    }

    @Test
    void withoutCasesTheWholeStands() {
        List<Verdict> whole = said(CLUSTER, OPEN);
        assertThat(Cases.joined(whole, Map.of())).isEqualTo(whole);
    }
}
