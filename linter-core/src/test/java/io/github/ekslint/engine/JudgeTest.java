package io.github.ekslint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.rule.Outcome;
import io.github.ekslint.rule.Reference;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The book-keeping that rules are spared. */
class JudgeTest {

    private static final SourceFile FILE = new SourceFile("cluster.yaml", List.of("kind: ClusterConfig"));
    private static final Truth OPEN = Truth.unknown(
            "zone", "the zone is not said", List.of(), Settlement.command("aws eks describe-cluster --name {cluster}"));

    static Rule rule(String id, List<String> notApplicable, List<String> supersededBy) {
        return new Rule(
                id,
                "bad-thing",
                "network",
                "Good things are there",
                "Cluster",
                notApplicable,
                Map.of(
                        Outcome.VIOLATED,
                        new Outcome(Outcome.VIOLATED, Severity.ERROR, "cluster {cluster} lacks {thing}")),
                "",
                "",
                "high",
                "stable",
                "0.1.0",
                "because",
                "do it",
                List.of(new Reference("a page", "https://docs.aws.amazon.com/")),
                Map.of(),
                Map.of(),
                List.of(),
                supersededBy,
                List.of());
    }

    private static final Rule RULE = rule("EKS-NET-001", List.of("N-OUTPOST"), List.of());

    private static Cluster cluster(Truth existence, Listing<Value<String>> outposts) {
        Attributes attributes = Attributes.builder()
                .set(Cluster.NAME, Value.explicit("prod", FILE.start()))
                .set(Cluster.CONNECTED, Value.byDefault(false, "eksctl"))
                .set(Cluster.OUTPOST_ARNS, outposts)
                .build();
        return new Cluster("Cluster/prod", FILE.start(), existence, null, attributes);
    }

    private static final Cluster CLUSTER = cluster(Truth.yes(), Listing.absent());

    private static List<Verdict> judge(Cluster cluster, List<Rule> rules, Judgement... said) {
        Facts facts = new Facts(
                new Estate("cluster.yaml", Estate.Tool.EKSCTL, List.of(cluster), Map.of()),
                List.of(cluster),
                List.of());
        return new Judge((f, r) -> Arrays.asList(said)).judge(facts, rules);
    }

    private static Verdict only(Cluster cluster, Judgement said) {
        List<Verdict> verdicts = judge(cluster, List.of(RULE), said);
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    private static Judgement on(Cluster cluster) {
        return new Judgement(RULE, cluster).with("thing", "a zone");
    }

    @Test
    void whatDoesNotHoldFailsWithItsMessage() {
        Verdict verdict = only(CLUSTER, on(CLUSTER).require(Truth.no()));
        assertThat(verdict.result()).isEqualTo(Result.FAIL);
        assertThat(verdict.message()).isEqualTo("cluster prod lacks a zone");
        assertThat(verdict.clusterName()).isEqualTo("prod");
    }

    @Test
    void whatCannotBeToldSaysWhatSettlesIt() {
        Verdict verdict = only(CLUSTER, on(CLUSTER).require(OPEN));
        assertThat(verdict.result()).isEqualTo(Result.UNKNOWN);
        assertThat(verdict.settledBy()).containsExactly(Settlement.command("aws eks describe-cluster --name prod"));
        assertThat(verdict.message()).contains("good things are there").contains("the zone is not said");
    }

    @Test
    void aNameThatIsPutIntoACommandIsQuotedForTheShell() {
        Attributes attributes = Attributes.builder()
                .set(Cluster.NAME, Value.explicit("x; rm -rf ~"))
                .set(Cluster.CONNECTED, Value.byDefault(false, "eksctl"))
                .set(Cluster.OUTPOST_ARNS, Listing.absent())
                .build();
        Cluster hostile = new Cluster("Cluster/x", FILE.start(), Truth.yes(), null, attributes);
        assertThat(only(hostile, on(hostile).require(OPEN)).settledBy())
                .containsExactly(Settlement.command("aws eks describe-cluster --name 'x; rm -rf ~'"));
    }

    @Test
    void aSubjectThatARuleIsSilentAboutIsABug() {
        assertThatThrownBy(() -> judge(CLUSTER, List.of(RULE)))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("EKS-NET-001 is silent about Cluster prod");
    }

    @Test
    void aSubjectThatIsJudgedTwiceIsABug() {
        assertThatThrownBy(() -> judge(
                        CLUSTER,
                        List.of(RULE),
                        on(CLUSTER).require(Truth.yes()),
                        on(CLUSTER).require(Truth.no())))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("twice");
    }

    @Test
    void partsAreJudgedEachForItself() {
        List<Verdict> verdicts = judge(
                CLUSTER,
                List.of(RULE),
                on(CLUSTER).part("s3").require(Truth.yes()),
                on(CLUSTER).part("ec2").require(Truth.no()));
        assertThat(verdicts)
                .extracting(Verdict::part, Verdict::result)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("s3", Result.PASS),
                        org.assertj.core.groups.Tuple.tuple("ec2", Result.FAIL));
    }

    @Test
    void aProfileMakesARuleNotApplicable() {
        Cluster local = cluster(Truth.yes(), Listing.explicit(List.of(Value.explicit("arn:aws:outposts:…"))));
        Verdict verdict = only(local, on(local).require(Truth.no()));
        assertThat(verdict.result()).isEqualTo(Result.NOT_APPLICABLE);
        assertThat(verdict.message()).contains("Outposts");
    }

    @Test
    void aProfileThatCannotBeToldMakesAFailureUnknownButNotAPass() {
        Cluster perhapsLocal = cluster(Truth.yes(), Listing.unresolved("a placeholder", List.of()));
        assertThat(only(perhapsLocal, on(perhapsLocal).require(Truth.no())).result())
                .isEqualTo(Result.UNKNOWN);
        assertThat(only(perhapsLocal, on(perhapsLocal).require(Truth.yes())).result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void aConditionOfTheRuleItselfCanMakeItNotApplicable() {
        Verdict verdict = only(
                CLUSTER, on(CLUSTER).given(Truth.no(), "there are no nodes").require(Truth.no()));
        assertThat(verdict.result()).isEqualTo(Result.NOT_APPLICABLE);
        assertThat(verdict.message()).isEqualTo("there are no nodes");
    }

    @Test
    void whatPerhapsDoesNotExistDoesNotFailForSure() {
        Cluster perhaps = cluster(Truth.unknown("condition", "IsProd is open", List.of()), Listing.absent());
        assertThat(only(perhaps, on(perhaps).require(Truth.no())).result()).isEqualTo(Result.UNKNOWN);
        Cluster never = cluster(Truth.no(), Listing.absent());
        assertThat(only(never, on(never).require(Truth.no())).result()).isEqualTo(Result.NOT_APPLICABLE);
    }

    @Test
    void oneDefectIsOneFinding() {
        Rule lesser = rule("EKS-NET-002", List.of(), List.of("EKS-NET-001"));
        List<Verdict> verdicts = judge(
                CLUSTER,
                List.of(RULE, lesser),
                on(CLUSTER).require(Truth.no()),
                new Judgement(lesser, CLUSTER).with("thing", "a zone").require(Truth.no()));
        assertThat(verdicts).extracting(Verdict::result).containsExactly(Result.FAIL, Result.NOT_APPLICABLE);
        assertThat(verdicts.get(1).message()).isEqualTo("reported by EKS-NET-001");
    }

    @Test
    void twoThatWaitForTheSameAreOneQuestion() {
        Rule lesser = rule("EKS-NET-002", List.of(), List.of("EKS-NET-001"));
        Truth more = OPEN.and(Truth.unknown("tags", "the tags are not said", List.of(), Settlement.command("aws ec2")));
        assertThat(judge(
                        CLUSTER,
                        List.of(RULE, lesser),
                        on(CLUSTER).require(OPEN),
                        new Judgement(lesser, CLUSTER).require(OPEN)))
                .extracting(Verdict::result)
                .containsExactly(Result.UNKNOWN, Result.NOT_APPLICABLE);
        assertThat(judge(
                        CLUSTER,
                        List.of(RULE, lesser),
                        on(CLUSTER).require(OPEN),
                        new Judgement(lesser, CLUSTER).require(more)))
                .extracting(Verdict::result)
                .containsExactly(Result.UNKNOWN, Result.UNKNOWN);
    }

    @Test
    void anUnknownDoesNotHideAFinding() {
        Rule lesser = rule("EKS-NET-002", List.of(), List.of("EKS-NET-001"));
        assertThat(judge(
                        CLUSTER,
                        List.of(RULE, lesser),
                        on(CLUSTER).require(OPEN),
                        new Judgement(lesser, CLUSTER).with("thing", "a zone").require(Truth.no())))
                .extracting(Verdict::result)
                .containsExactly(Result.UNKNOWN, Result.FAIL);
    }

    @Test
    void aMessageThatNamesWhatTheRuleDoesNotPassOnIsABug() {
        Judgement forgetful = new Judgement(RULE, CLUSTER).require(Truth.no());
        assertThatThrownBy(() -> judge(CLUSTER, List.of(RULE), forgetful))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("{thing}");
    }
}
