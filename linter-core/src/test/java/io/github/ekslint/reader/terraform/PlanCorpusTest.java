package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.testdata.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every real plan at hand is read. Skipped where there is no folder of them. */
class PlanCorpusTest {

    @Test
    void everyPlanIsReadAndThoseWithAClusterMakeAnEstate() throws IOException {
        List<Path> plans = Corpus.files("tfplan");
        assumeTrue(!plans.isEmpty(), "no corpus");
        for (Path file : plans) {
            String text = Files.readString(file);
            if (text.isBlank() || !file.toString().endsWith(".json")) {
                continue;
            }
            ReadPlan read = ReadPlan.of(text);
            if (text.contains("\"aws_eks_cluster\"")) {
                assertThat(read.all(Cluster.class)).as(file.toString()).isNotEmpty();
            } else {
                assertThat(ReadPlan.recognise(text)).as(file.toString()).isNotEqualTo(Recognition.YES);
            }
        }
    }
}
