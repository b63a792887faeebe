package io.github.ekslint.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What would settle a value that is not known.
 *
 * @param kind what the user has to give
 * @param text the parameter, the command to run, the file, or the setting, ready to be copied
 */
public record Settlement(Kind kind, String text) implements Comparable<Settlement> {

    private static final Pattern BLANK = Pattern.compile("<[A-Za-z][A-Za-z ]*>");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    /** What the user has to give. */
    public enum Kind {
        /** A value for a parameter, variable or placeholder. */
        PARAMETER,
        /** The recorded answer of a read-only command. */
        COMMAND,
        /** Another file of the same estate. */
        FILE,
        /** A member of the project's configuration. */
        SETTING
    }

    /** The recorded answer of a read-only command. */
    public static Settlement command(String text) {
        return new Settlement(Kind.COMMAND, text);
    }

    /** A value for a parameter, variable or placeholder. */
    public static Settlement parameter(String text) {
        return new Settlement(Kind.PARAMETER, text);
    }

    /** Another file of the same estate. */
    public static Settlement file(String text) {
        return new Settlement(Kind.FILE, text);
    }

    /** A member of {@code .ekslint.yaml}, written as there. */
    public static Settlement setting(String text) {
        return new Settlement(Kind.SETTING, text);
    }

    /** A name as one word of a command, quoted where a shell would take it for something else. */
    public static String word(String name) {
        return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    /**
     * Those that can be given as they are; all of them when none can. A command with a blank such as {@code <vpcId>} waits for what
     * the others tell.
     */
    public static List<Settlement> ready(List<Settlement> settlements) {
        List<Settlement> ready = settlements.stream()
                .filter(s -> !BLANK.matcher(s.text()).find())
                .toList();
        return ready.isEmpty() ? settlements : ready;
    }

    @Override
    public int compareTo(Settlement other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : text.compareTo(other.text);
    }
}
