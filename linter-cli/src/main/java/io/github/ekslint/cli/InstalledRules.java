package io.github.ekslint.cli;

import io.github.ekslint.rule.RuleCatalogue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The catalogue of the rules on the class path, read once. */
final class InstalledRules {

    private static final FutureTask<RuleCatalogue> READING = new FutureTask<>(RuleCatalogue::installed);

    private InstalledRules() {}

    /** Begins to read it aside, for a command that will ask for it. */
    static void ahead() {
        Thread thread = new Thread(READING, "rules");
        thread.setDaemon(true);
        thread.start();
    }

    /** The catalogue. */
    static RuleCatalogue get() {
        READING.run();
        try {
            return READING.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rules were read", e);
        }
    }
}
