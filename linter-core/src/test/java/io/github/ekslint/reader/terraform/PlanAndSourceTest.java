package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.Reading.Draft;
import io.github.ekslint.reference.TestReferenceData;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Sources;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan and the source that it was made from are one estate. */
class PlanAndSourceTest {

    private static final String ESTATE = "production-terraform";

    private static Reading read(Map<String, String> files) {
        TerraformReader reader = new TerraformReader();
        List<Document> documents = new ArrayList<>();
        files.forEach((uri, text) -> documents.addAll(Sources.parse(uri, text).documents()));
        return reader.read(documents, new ReaderContext(TestReferenceData.data(), Map.of(), false));
    }

    private static String file(String name) throws IOException {
        return Files.readString(Estates.folder(ESTATE).resolve(name));
    }

    private static Cluster cluster(Draft draft) {
        return draft.facts().stream()
                .filter(Cluster.class::isInstance)
                .map(Cluster.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areJudgedOnceAtThePlacesOfTheSource() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("prod/main.tf", file("main.tf"));
        files.put("prod/plan.json", file("plan.json"));

        List<Draft> drafts = read(files).drafts();

        assertThat(drafts).hasSize(1);
        Cluster cluster = cluster(drafts.get(0));
        assertThat(cluster.place().file().uri()).isEqualTo("prod/main.tf");
        assertThat(cluster.place().address()).isEqualTo("aws_eks_cluster.this");
        Place written = cluster.publicAccessCidrs().items().get(0).places().get(0);
        assertThat(written.text()).isEqualTo("\"198.51.100.0/24\"");
        assertThat(ReadPlan.addresses(cluster.subnetIds())).hasSize(3);
    }

    @Test
    void whatThePlanKnowsBetterStands() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("prod/main.tf", file("main.tf"));
        files.put("prod/plan.json", file("plan.json"));

        List<Subnet> subnets = read(files).drafts().get(0).facts().stream()
                .filter(Subnet.class::isInstance)
                .map(Subnet.class::cast)
                .toList();

        assertThat(subnets)
                .extracting(s -> s.availabilityZone().known().orElse(""))
                .containsOnly("eu-central-1a", "eu-central-1b", "eu-central-1c");
    }

    @Test
    void aPlanElsewhereBelongsToTheOnlyRootWithItsCluster() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("infra/main.tf", file("main.tf"));
        files.put("out/plan.json", file("plan.json"));
        assertThat(read(files).drafts()).hasSize(1);

        files.put("other/main.tf", file("main.tf"));
        assertThat(read(files).drafts()).extracting(Draft::id).containsExactly("out/plan.json", "infra", "other");
    }
}
