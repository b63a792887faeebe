package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of every rule, with only that rule enabled: a missing verdict fails, and so does an unexpected one.
 */
class RuleExamplesTest {

    private static final RuleCatalogue CATALOGUE = RuleCatalogue.installed();
    private static final Linter LINTER = new Linter(CATALOGUE, BuiltInData.load());

    @TestFactory
    Stream<DynamicContainer> examples() {
        return CATALOGUE.rules().stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.id(), of(rule).stream().map(e -> DynamicTest.dynamicTest(e.name(), () -> check(e)))));
    }

    private static List<Example> of(Rule rule) {
        try {
            return Example.of(rule);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(Example example) throws IOException {
        Report report = LINTER.lint(new Inputs(example.inputs(), List.of()), example.options());
        assertThat(report.problems())
                .filteredOn(p -> p.severity() == Problem.Severity.ERROR)
                .as("problems")
                .isEmpty();

        List<Expectation> expected = new ArrayList<>(example.expectations());
        Set<Expectation> severalAtOnce = new HashSet<>();
        List<String> unexpected = new ArrayList<>();
        for (Verdict verdict : report.verdicts()) {
            Expectation given = Expectation.of(verdict);
            Optional<Expectation> fitting =
                    expected.stream().filter(e -> e.fits(given)).findFirst();
            fitting.ifPresent(expected::remove);
            fitting.filter(e -> e.file().endsWith(".tf")).ifPresent(severalAtOnce::add);
            // what count and for_each make of one block stands at its line
            boolean wanted = fitting.isPresent() || severalAtOnce.stream().anyMatch(e -> e.fits(given));
            if (!wanted && (verdict.result() == Result.FAIL || verdict.result() == Result.UNKNOWN)) {
                unexpected.add(given + "  " + verdict.message());
            }
        }
        assertThat(unexpected)
                .as("verdicts that %s does not expect", example.name())
                .isEmpty();
        assertThat(expected)
                .as(() -> "verdicts that %s expects; there were %s"
                        .formatted(
                                example.name(),
                                report.verdicts().stream()
                                        .map(v -> Expectation.of(v) + "  " + v.message())
                                        .toList()))
                .isEmpty();
        assertThat(report.verdicts())
                .as("verdicts of %s", example.name())
                .anyMatch(v -> v.result() == announced(example));
    }

    private static Result announced(Example example) {
        return switch (example.kind()) {
            case "bad" -> Result.FAIL;
            case "good" -> Result.PASS;
            case "unknown" -> Result.UNKNOWN;
            case "na" -> Result.NOT_APPLICABLE;
            default ->
                throw new IllegalStateException(
                        "%s is named neither bad-, good-, unknown- nor na-".formatted(example.name()));
        };
    }
}
