package io.github.ekslint.maven;

import io.github.ekslint.Linter;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rules.BuiltInData;
import java.nio.file.Path;
import java.util.List;

/** The rules of the plugin and of the packs among its dependencies, loaded once for all modules of a build. */
final class Installed {

    static final RuleCatalogue RULES = RuleCatalogue.installed();
    private static final Linter LINTER = new Linter(RULES, BuiltInData.load());

    private Installed() {}

    /** A linter, with tables of the user's. */
    static Linter linter(List<Path> data) {
        if (data.isEmpty()) {
            return LINTER;
        }
        ReferenceData replaced = BuiltInData.with(data);
        return new Linter(RULES, replaced);
    }
}
