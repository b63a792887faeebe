package io.github.ekslint.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows on standard error how far a long run is, when a person reads it. The library that draws is not loaded before a run
 * has turned out to be long.
 */
final class Progress implements AutoCloseable {

    private static final int MANY_FILES = 200;
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Surroundings around;
    private final boolean wanted;
    private final long start = System.nanoTime();
    private int expected;
    private int done;
    private @Nullable Bar bar;

    Progress(Surroundings around, boolean wanted) {
        this.around = around;
        this.wanted = wanted && around.errIsTerminal();
    }

    void expect(int files) {
        expected = files;
    }

    void step() {
        done++;
        if (bar == null && wanted && (expected > MANY_FILES || System.nanoTime() - start > LONG.toNanos())) {
            bar = new Bar(around, expected);
        }
        if (bar != null) {
            bar.to(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /** The only class that touches the library. */
    private static final class Bar {
        private final ProgressBar drawn;

        Bar(Surroundings around, int expected) {
            drawn = new ProgressBarBuilder()
                    .setTaskName("reading")
                    .setInitialMax(expected)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setMaxRenderedLength(around.look().width())
                    .setConsumer(new ConsoleProgressBarConsumer(
                            around.err(), around.look().width()))
                    .clearDisplayOnFinish()
                    .build();
        }

        void to(int done) {
            drawn.stepTo(done);
        }

        void close() {
            drawn.close();
        }
    }
}
