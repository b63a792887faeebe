package io.github.ekslint.reader.implied;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownClustersTest {

    private static final Value<String> OPEN = Value.unresolved("parameter ClusterName is open", List.of());

    private static KnownClusters clusters(String... names) {
        KnownClusters clusters = new KnownClusters();
        for (String name : names) {
            clusters.add("Cluster/" + name, Optional.of(name));
        }
        return clusters;
    }

    private static @Nullable String of(KnownClusters clusters, Value<String> name, @Nullable String key) {
        return clusters.of(Optional.of(Value.explicit(new Ref(name, key))), key);
    }

    private static Datum.Text tag(String prefix, String cluster) {
        Gap gap = Gap.because("its name is made up").of(Target.id("Cluster/" + cluster));
        return new Datum.Text(
                List.of(Datum.Piece.of(prefix), new Datum.Piece("", gap)), Provenance.EXPLICIT, List.of(), null);
    }

    @Test
    void areFoundByKeyOrName() {
        assertThat(of(clusters("a", "b"), OPEN, "Cluster/b")).isEqualTo("Cluster/b");
        assertThat(of(clusters("a", "b"), Value.explicit("a"), null)).isEqualTo("Cluster/a");
        assertThat(of(clusters("a"), Value.explicit("other"), null)).isNull();
    }

    @Test
    void anOpenNameMeansTheOnlyClusterThereIs() {
        assertThat(of(clusters("a"), OPEN, null)).isEqualTo("Cluster/a");
        assertThat(of(clusters("a", "b"), OPEN, null)).isNull();
        assertThat(clusters("a").of(Optional.empty(), null)).isNull();
    }

    @Test
    void nodesBelongToTheClusterThatTheirTagNames() {
        KnownClusters clusters = clusters("a", "b");
        Optional<Datum.Text> tagged = KnownClusters.tag(List.of(tag("Name", "a"), tag("kubernetes.io/cluster/", "b")));
        assertThat(clusters.ofNodes(tagged, Optional.empty())).isEqualTo("Cluster/b");
        assertThat(clusters.ofNodes(Optional.of(Datum.Text.of("kubernetes.io/cluster/a")), Optional.empty()))
                .isEqualTo("Cluster/a");
    }

    @Test
    void nodesWithoutATagBelongToTheClusterInTheirUserDataElseToTheOnlyOne() {
        Datum userData = tag("/etc/eks/bootstrap.sh ", "b");
        assertThat(clusters("a", "b").ofNodes(Optional.empty(), Optional.of(userData)))
                .isEqualTo("Cluster/b");
        assertThat(clusters("a").ofNodes(Optional.empty(), Optional.empty())).isEqualTo("Cluster/a");
        assertThat(clusters("a", "b").ofNodes(Optional.empty(), Optional.empty()))
                .isNull();
    }
}
