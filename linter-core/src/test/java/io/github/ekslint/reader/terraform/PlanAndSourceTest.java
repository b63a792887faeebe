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

    private static final String STATE =
            """
            {"format_version": "1.0", "terraform_version": "1.9.8", "values": {"root_module": {"resources": [
              {"address": "aws_eks_cluster.this", "mode": "managed", "type": "aws_eks_cluster", "name": "this",
               "values": {"name": "%s", "id": "prod"}}]}}}
            """;

    private static Reading read(Map<String, String> files) {
        TerraformReader reader = new TerraformReader();
        List<Document> documents = new ArrayList<>();
        files.forEach((uri, text) -> documents.addAll(Sources.parse(uri, text).documents()));
        return reader.read(documents, new ReaderContext(TestReferenceData.data(), Map.of(), false));
    }

    private static String file(String name) throws IOException {
        return Files.readString(Estates.folder(ESTATE).resolve(name));
    }

    private static Map<String, String> files(String sourceFolder, String planFolder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(sourceFolder + "/main.tf", file("main.tf"));
        files.put(sourceFolder + "/variables.tf", file("variables.tf"));
        files.put(planFolder + "/plan.json", file("plan.json"));
        return files;
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
        List<Draft> drafts = read(files("prod", "prod")).drafts();

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
        List<Subnet> subnets = read(files("prod", "prod")).drafts().get(0).facts().stream()
                .filter(Subnet.class::isInstance)
                .map(Subnet.class::cast)
                .toList();

        assertThat(subnets)
                .extracting(s -> s.availabilityZone().known().orElse(""))
                .containsOnly("eu-central-1a", "eu-central-1b", "eu-central-1c");
    }

    @Test
    void aPlanElsewhereBelongsToTheOnlyRootWithItsCluster() throws IOException {
        Map<String, String> files = files("infra", "out");
        assertThat(read(files).drafts()).hasSize(1);

        files.putAll(files("other", "out"));
        assertThat(read(files).drafts()).extracting(Draft::id).containsExactly("out/plan.json", "infra", "other");
    }

    @Test
    void aStateOfThePlanIsNoEstateOfItsOwn() throws IOException {
        Map<String, String> files = files("prod", "prod");
        files.put("prod/state.json", STATE.formatted("orders-prod"));
        assertThat(read(files).drafts()).hasSize(1);

        files.put("prod/state.json", STATE.formatted("other"));
        assertThat(read(files).drafts()).hasSize(2);
    }

    @Test
    void whichPartOfAListIsMeantTheSourceTells() {
        PlanText plan = new PlanText()
                .create("aws_subnet.s[0]", "{}", "{\"id\": true}", "{\"vpc_id\": {}}")
                .create("aws_subnet.s[1]", "{}", "{\"id\": true}", "{\"vpc_id\": {}}")
                .create("aws_subnet.s[2]", "{}", "{\"id\": true}", "{\"vpc_id\": {}}")
                .create(
                        "aws_eks_cluster.c",
                        "{\"name\": \"c\", \"vpc_config\": [{}]}",
                        "{\"vpc_config\": [{\"subnet_ids\": true}]}",
                        "{\"vpc_config\": [{\"subnet_ids\": {\"references\": [\"aws_subnet.s\"]}}]}");
        String source =
                """
                resource "aws_subnet" "s" {
                  count = 3
                }
                resource "aws_eks_cluster" "c" {
                  name = "c"
                  vpc_config {
                    subnet_ids = slice(aws_subnet.s[*].id, 0, 2)
                  }
                }
                """;
        Reading both = read(Map.of("plan.json", plan.toString(), "main.tf", source));

        assertThat(ReadPlan.addresses(cluster(both.drafts().get(0)).subnetIds()))
                .containsExactly("aws_subnet.s[0]", "aws_subnet.s[1]");
    }
}
