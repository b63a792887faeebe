package io.github.ekslint.rules;

import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of the requirements catalogue.
 *
 * @param core whether it has to be judged, or carry a reason
 * @param reason why no rule can judge it from files; empty when one can
 */
record Requirement(String id, Severity level, boolean core, String title, String reason) {

    private static final Path FILE = Path.of("src/main/catalogue/requirements.yaml");

    /** All of them, in the order of the file. */
    static List<Requirement> all() throws IOException {
        Parsed parsed = Sources.parse(FILE.toString(), Files.readAllBytes(FILE));
        if (!parsed.problems().isEmpty()) {
            throw new IllegalStateException(parsed.problems().toString());
        }
        Node.Mapping root = parsed.documents().get(0).root().asMapping().orElseThrow();
        return root.get("requirements").flatMap(Node::asSequence).orElseThrow().items().stream()
                .map(n -> of(n.asMapping().orElseThrow()))
                .toList();
    }

    private static Requirement of(Node.Mapping entry) {
        return new Requirement(
                entry.text("id").orElseThrow(),
                Severity.valueOf(entry.text("level").orElseThrow().toUpperCase(Locale.ROOT)),
                entry.text("core").isPresent(),
                entry.text("title").orElseThrow(),
                entry.text("reason").orElse(""));
    }

    /** The rule that judges it: its own, else one that covers it. */
    Optional<Rule> judge(RuleCatalogue catalogue) {
        return catalogue.find(id).or(() -> catalogue.rules().stream()
                .filter(r -> r.covers().contains(id))
                .findFirst());
    }

    /** Whether it has to be judged by a rule and is not yet. */
    boolean isMissing(RuleCatalogue catalogue) {
        return core
                && level != Severity.INFO
                && reason.isEmpty()
                && judge(catalogue).isEmpty();
    }
}
