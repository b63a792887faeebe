package io.github.ekslint.maven;

import io.github.ekslint.Linter;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rules.BuiltInData;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of the plugin and of the packs among its dependencies, loaded once for all modules of a build. */
record Installed(RuleCatalogue rules, Linter linter) {

    private static @Nullable Installed loaded;

    /**
     * What there is.
     *
     * @throws UsageError when a rule pack is damaged, or two have a rule of one id
     */
    static synchronized Installed get() {
        Installed installed = loaded;
        if (installed == null) {
            try {
                RuleCatalogue rules = RuleCatalogue.installed();
                installed = new Installed(rules, new Linter(rules, BuiltInData.load()));
            } catch (IllegalStateException e) {
                throw new UsageError(String.valueOf(e.getMessage()));
            }
            loaded = installed;
        }
        return installed;
    }

    /**
     * A linter with tables of the user's.
     *
     * @throws UsageError when one of them is no good
     */
    Linter linter(List<Path> data) {
        return data.isEmpty() ? linter : new Linter(rules, BuiltInData.with(data));
    }
}
