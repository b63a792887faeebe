package io.github.ekslint.cli;

import io.github.ekslint.report.Look;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param in standard input
 * @param out standard output, UTF-8 whatever the default is
 * @param err standard error, UTF-8
 * @param environment the environment variables
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal) {

    private static final int USUAL_WIDTH = 100;
    private static final int WIDEST = 140;

    /** Those of this process. The launcher script tells by {@code ekslint.terminal} which streams are terminals. */
    static Surroundings ofProcess() {
        String terminal = System.getProperty("ekslint.terminal");
        boolean console = terminal == null && interactive();
        return new Surroundings(
                // buffered, since that of JDK 17 asks a pipe for its position
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                terminal == null ? console : terminal.contains("out"),
                terminal == null ? console : terminal.contains("err"));
    }

    /** From JDK 22 on there may be a console without a terminal. */
    private static boolean interactive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), false, StandardCharsets.UTF_8);
    }

    /** How text on standard output looks: colours only for a person who does not say {@code NO_COLOR}. */
    Look look() {
        if (!outIsTerminal) {
            return Look.PLAIN;
        }
        String none = environment.getOrDefault("NO_COLOR", "");
        boolean colours = none.isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Look(colours, width());
    }

    private int width() {
        try {
            return Math.min(WIDEST, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }
}
