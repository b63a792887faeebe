package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.engine.Profile;
import io.github.ekslint.engine.drools.DroolsEngine;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every rule of the catalogue. Each test gathers all offenders before it fails. */
class CatalogueTest {

    private static final RuleCatalogue CATALOGUE = RuleCatalogue.installed();
    private static final Path ROOT = Path.of("src/main/resources/io/github/ekslint/rules");
    private static final Pattern ID = Pattern.compile("@id\\(\"([^\"]+)\"\\)");

    @Test
    void everyCompiledRuleHasMetadataAndTheOtherWayRound() {
        List<String> compiled = new DroolsEngine(CATALOGUE.packs()).ids();
        assertThat(new TreeSet<>(compiled))
                .containsExactlyElementsOf(
                        CATALOGUE.rules().stream().map(Rule::id).toList());
    }

    @Test
    void everyDroolsRuleCarriesTheIdOfItsFolder() throws IOException {
        List<String> offenders = new ArrayList<>();
        for (Rule rule : CATALOGUE.rules()) {
            String drl = drl(rule);
            long blocks = drl.lines().filter(l -> l.startsWith("rule \"")).count();
            Matcher ids = ID.matcher(drl);
            long matching = 0;
            while (ids.find()) {
                if (ids.group(1).equals(rule.id())) {
                    matching++;
                }
            }
            if (blocks == 0 || matching != blocks) {
                offenders.add("%s: %d rules, %d of them with its id".formatted(rule.id(), blocks, matching));
            }
        }
        assertThat(offenders).isEmpty();
    }

    @Test
    void everyRuleHasABadAGoodAndAnUnknownExampleOrSaysWhyNot() throws IOException {
        List<String> offenders = new ArrayList<>();
        StringBuilder table = new StringBuilder("rule         bad good unknown  na\n");
        for (Rule rule : CATALOGUE.rules()) {
            Map<String, Integer> count = new HashMap<>();
            for (Example example : Example.of(rule)) {
                count.merge(example.kind(), 1, Integer::sum);
            }
            String unknown =
                    rule.unknownImpossible().isEmpty() ? String.valueOf(count.getOrDefault("unknown", 0)) : "never";
            table.append("%-12s %3d %4d %7s %3d%n"
                    .formatted(
                            rule.id(),
                            count.getOrDefault("bad", 0),
                            count.getOrDefault("good", 0),
                            unknown,
                            count.getOrDefault("na", 0)));
            if (!count.containsKey("bad") || !count.containsKey("good")) {
                offenders.add(rule.id() + " lacks a bad or a good example");
            }
            if (count.containsKey("unknown") != rule.unknownImpossible().isEmpty()) {
                offenders.add(rule.id() + " has either an unknown example or a reason why there is none");
            }
        }
        System.out.println(table);
        assertThat(offenders).isEmpty();
    }

    @Test
    void titlesAndRationalesAreUnique() {
        assertThat(CATALOGUE.rules()).extracting(Rule::title).doesNotHaveDuplicates();
        assertThat(CATALOGUE.rules()).extracting(Rule::rationale).doesNotHaveDuplicates();
    }

    @Test
    void rulesThatAreNamedExist() {
        List<String> offenders = new ArrayList<>();
        for (Rule rule : CATALOGUE.rules()) {
            rule.supersededBy().stream()
                    .filter(id -> CATALOGUE.find(id).isEmpty())
                    .forEach(id -> offenders.add(rule.id() + " is superseded by " + id));
            rule.covers().stream()
                    .filter(id -> CATALOGUE.find(id).isPresent())
                    .forEach(id -> offenders.add(rule.id() + " covers " + id + ", which is a rule of its own"));
            rule.notApplicable().stream()
                    .filter(code -> Profile.byCode(code).isEmpty())
                    .forEach(code -> offenders.add(rule.id() + " names the profile " + code));
        }
        assertThat(offenders).isEmpty();
    }

    /**
     * Drools is two-valued: what is not known must not reach its own logic. Conditions belong in truths, figures in data.
     */
    @Test
    void noRuleLeaksTwoValuedLogic() throws IOException {
        List<String> offenders = new ArrayList<>();
        for (Rule rule : CATALOGUE.rules()) {
            offenders.addAll(DrlLaw.violations(rule.id(), drl(rule)));
        }
        assertThat(offenders).isEmpty();
    }

    private static String drl(Rule rule) throws IOException {
        return Files.readString(ROOT.resolve(rule.folder()).resolve("rule.drl"));
    }
}
