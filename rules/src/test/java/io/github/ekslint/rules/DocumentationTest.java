package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages about rules and requirements are made from their metadata, and the committed ones are up to date. With {@code
 * -Dekslint.regenerate=true} they are written instead.
 */
class DocumentationTest {

    private static final RuleCatalogue CATALOGUE = RuleCatalogue.installed();
    private static final Path DOCS = Estates.root().resolve("docs");
    private static final Path MISSING = Path.of("src/main/catalogue/missing.txt");
    private static final String HOW =
            "./mvnw verify -pl rules -am -Dtest=DocumentationTest -Dsurefire.failIfNoSpecifiedTests=false -Dekslint.regenerate=true";

    private static Map<Path, String> pages() throws IOException {
        Map<Path, String> pages = new TreeMap<>();
        pages.put(DOCS.resolve("catalogue.md"), new CataloguePage(CATALOGUE, Requirement.all()).text());
        pages.put(DOCS.resolve("rules/README.md"), RulePage.index(CATALOGUE));
        for (Rule rule : CATALOGUE.rules()) {
            pages.put(DOCS.resolve("rules/" + rule.id() + ".md"), new RulePage(rule).text());
        }
        return pages;
    }

    @Test
    void theCommittedPagesAreUpToDate() throws IOException {
        Map<Path, String> pages = pages();
        Set<Path> present = new TreeSet<>();
        Path folder = Files.createDirectories(DOCS.resolve("rules"));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().endsWith(".md")).forEach(present::add);
        }
        present.removeAll(pages.keySet());
        if (Boolean.getBoolean("ekslint.regenerate")) {
            for (Path obsolete : present) {
                Files.delete(obsolete);
            }
            for (Map.Entry<Path, String> page : pages.entrySet()) {
                Files.writeString(page.getKey(), page.getValue());
            }
            return;
        }
        List<String> stale = new ArrayList<>();
        present.forEach(p -> stale.add(DOCS.relativize(p) + " is about no rule"));
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            boolean same = Files.exists(page.getKey())
                    && Files.readString(page.getKey()).equals(page.getValue());
            if (!same) {
                stale.add(DOCS.relativize(page.getKey()) + " is out of date");
            }
        }
        assertThat(stale).as("%s writes them anew", HOW).isEmpty();
    }

    /** The list of what is still to be done may only get shorter. */
    @Test
    void everyCoreRequirementIsJudgedOrSaysWhyNotOrIsOnTheListOfMissingOnes() throws IOException {
        Set<String> missing = Requirement.all().stream()
                .filter(r -> r.isMissing(CATALOGUE))
                .map(Requirement::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (Boolean.getBoolean("ekslint.regenerate")) {
            Set<String> kept = new TreeSet<>(listed());
            kept.retainAll(missing);
            Files.writeString(MISSING, String.join("\n", kept) + "\n");
        }
        assertThat(listed()).as("%s shortens the list %s", HOW, MISSING).containsExactlyElementsOf(missing);
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(MISSING).stream().filter(l -> !l.isBlank()).toList();
    }

    @Test
    void everyRequirementHasAnIdOfItsOwnAndASubjectOfThePage() throws IOException {
        List<String> ids = Requirement.all().stream().map(Requirement::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(CataloguePage.subjects()).containsKey(id.split("-")[1]));
    }

    @Test
    void rulesAndWhatTheyCoverAreRequirements() throws IOException {
        Set<String> ids = Requirement.all().stream().map(Requirement::id).collect(Collectors.toSet());
        assertThat(CATALOGUE.rules()).allSatisfy(r -> {
            assertThat(ids).contains(r.id());
            assertThat(ids).containsAll(r.covers());
        });
    }

    /** A reason says why nothing can be judged, so an entry with a reason has no rule. */
    @Test
    void noRequirementIsBothJudgedAndBeyondFiles() throws IOException {
        assertThat(Requirement.all())
                .filteredOn(r -> !r.reason().isEmpty() && r.judge(CATALOGUE).isPresent())
                .extracting(Requirement::id)
                .isEmpty();
    }

    @Test
    void reasonsNameRequirementsThatExist() throws IOException {
        Set<String> ids = Requirement.all().stream().map(Requirement::id).collect(Collectors.toSet());
        for (Requirement requirement : Requirement.all()) {
            java.util.regex.Matcher named =
                    java.util.regex.Pattern.compile("EKS-[A-Z]+-\\d{3}").matcher(requirement.reason());
            while (named.find()) {
                assertThat(ids).as(requirement.id()).contains(named.group());
            }
        }
    }
}
