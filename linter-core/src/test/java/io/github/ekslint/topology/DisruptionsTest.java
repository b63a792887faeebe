package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisruptionsTest {

    @ParameterizedTest
    @CsvSource({
        "0,    , 3, TRUE",
        "0%,   , 3, TRUE",
        "1,    , 1, FALSE",
        "1%,   , 1, FALSE",
        ",  100%, 3, TRUE",
        ",   50%, 1, TRUE",
        ",   50%, 2, FALSE",
        ",     1, 1, TRUE",
        ",     1, 2, FALSE",
        ",     3, 2, TRUE",
        ",     0, 1, FALSE",
        ",     1, 0, FALSE",
        ",   one, 1, FALSE"
    })
    void aBudgetThatDemandsEveryPodLetsNoneGo(String max, String min, int replicas, Logic none) {
        assertThat(limit(budget(max, min), deployment(replicas)).isNone().logic())
                .isEqualTo(none);
    }

    @Test
    void withoutTheWorkloadTheClusterHasToTell() {
        EvictionLimit limit = limit(budget(null, "2"), deployment("other", 3));

        assertThat(limit.isNone().isUnknown()).isTrue();
        assertThat(Given.commands(limit.isNone())).containsExactly("kubectl get pdb -A -o json");
        assertThat(limit.isNoneNow().isFalse()).isTrue();
    }

    @Test
    void whatTheClusterSaysCounts() {
        Workload one = budget(null, "2");
        Workload told = one.with(Attributes.builder()
                .set(Workload.DISRUPTIONS_ALLOWED, Given.observed(0))
                .set(Workload.EXPECTED_PODS, Given.observed(5))
                .build()
                .over(one.attributes(), true));

        assertThat(limit(told, deployment("other", 3)).isNone().isFalse()).isTrue();
        assertThat(limit(told, deployment("other", 3)).isNoneNow().isTrue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io",
        "library/nginx:1.29, docker.io",
        "quay.io/a/b@sha256:00, quay.io",
        "localhost/a, localhost",
        "Registry.corp.example:5000/a, registry.corp.example:5000",
        "index.docker.io/a/b, docker.io"
    })
    void anImageNamesItsRegistryOrComesFromDockerHub(String image, String registry) {
        assertThat(PodImages.registry(image)).isEqualTo(registry);
    }

    private static Workload deployment(int replicas) {
        return deployment("web", replicas);
    }

    private static Workload deployment(String name, int replicas) {
        return workload(
                "Deployment",
                name,
                Attributes.builder()
                        .set(Workload.REPLICAS, Given.observed(replicas))
                        .set(Workload.POD_LABELS, labels(name)));
    }

    private static Workload budget(
            @org.jspecify.annotations.Nullable String max, @org.jspecify.annotations.Nullable String min) {
        return workload(
                "PodDisruptionBudget",
                "web",
                Attributes.builder()
                        .set(Workload.MAX_UNAVAILABLE, max == null ? Value.absent() : Given.observed(max))
                        .set(Workload.MIN_AVAILABLE, min == null ? Value.absent() : Given.observed(min))
                        .set(Workload.SELECTOR, labels("web")));
    }

    private static Value<Tags> labels(String app) {
        return Given.observed(new Tags(Map.of("app", Given.observed(app)), true));
    }

    private static Workload workload(String kind, String name, Attributes.Builder more) {
        return new Workload(
                "Workload/" + kind + "/" + name,
                Given.PLACE,
                Truth.yes(),
                "Cluster/c",
                more.set(Workload.OBJECT_KIND, Given.observed(kind))
                        .set(Workload.NAME, Given.observed(name))
                        .set(Workload.NAMESPACE, Given.observed("shop"))
                        .build());
    }

    private static EvictionLimit limit(Workload budget, Workload deployment) {
        return new Disruptions()
                .derive(new Given().fact(budget).fact(deployment).estate(), Fleet.on("2026-11-22"))
                .filter(EvictionLimit.class::isInstance)
                .map(EvictionLimit.class::cast)
                .filter(l -> l.workload().equals(budget.key()))
                .findFirst()
                .orElseThrow();
    }
}
