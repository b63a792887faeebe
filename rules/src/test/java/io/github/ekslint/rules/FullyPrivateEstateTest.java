package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cluster without a way out, two of whose VPC endpoints are there and cannot be used: each is one finding. */
class FullyPrivateEstateTest {

    private static final Options OPTIONS =
            new Options(LocalDate.of(2026, 11, 22), Optional.empty(), Map.of(), false, rule -> true, Map.of());
    private static final Path ESTATE = Estates.folder("fully-private");

    private static Report lint() throws IOException {
        List<Parsed> evidence = new ArrayList<>();
        for (Path file : Estates.files(ESTATE.resolve("evidence"))) {
            evidence.add(parse(file));
        }
        return new Linter(RuleCatalogue.installed(), BuiltInData.load())
                .lint(new Inputs(List.of(parse(ESTATE.resolve("cluster.yaml"))), evidence), OPTIONS);
    }

    private static Parsed parse(Path file) throws IOException {
        return Sources.parse(ESTATE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }

    @Test
    void theTwoMissingEdgesAreTheOnlyFindings() throws IOException {
        Report report = lint();

        assertThat(report.problems()).isEmpty();
        assertThat(report.with(Result.FAIL))
                .filteredOn(v -> v.severity() != Severity.INFO)
                .extracting(v -> v.rule().id(), FullyPrivateEstateTest::endpoint)
                .containsExactlyInAnyOrder(
                        tuple("EKS-DNS-004", "vpce-05d7a3c9e5b1f8243"), tuple("EKS-SG-013", "vpce-04d7a3c9e5b1f8242"));
    }

    @Test
    void eachFindingNamesTheServiceAndWhatIsMissing() throws IOException {
        assertThat(lint().with(Result.FAIL))
                .filteredOn(v -> v.severity() != Severity.INFO)
                .extracting(Verdict::message)
                .anySatisfy(m -> assertThat(m).contains("private DNS off", "com.amazonaws.eu-central-1.sts"))
                .anySatisfy(m -> assertThat(m)
                        .contains(
                                "com.amazonaws.eu-central-1.ecr.dkr", "tcp/443", "sg-04eab6d8c2f59a731", "is missing"));
    }

    @Test
    void nothingIsLeftOpen() throws IOException {
        assertThat(lint().with(Result.UNKNOWN))
                .extracting(v -> v.rule().id() + " " + v.message())
                .isEmpty();
    }

    private static String endpoint(Verdict verdict) {
        return verdict.subject().displayName();
    }
}
