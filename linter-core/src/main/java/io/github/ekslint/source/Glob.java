package io.github.ekslint.source;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for paths as <a href="https://git-scm.com/docs/gitignore">git reads them</a>: {@code *} and {@code ?} stay within one
 * folder, {@code **} spans folders, {@code [a-z]} is one character. Paths have {@code /} on every system.
 */
public final class Glob {

    private final Pattern pattern;

    private Glob(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The pattern of that text, anchored at the folder that paths are relative to. */
    public static Glob of(String text) {
        return new Glob(compiled("", text));
    }

    /** The pattern of that text, to be matched in every folder. */
    static Glob anywhere(String text) {
        return new Glob(compiled("(?:.*/)?", text));
    }

    /** Whether the whole of a path fits. */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** A set of characters that makes no sense, such as {@code [z-a]}, makes the text stand for itself. */
    private static Pattern compiled(String prefix, String text) {
        try {
            return Pattern.compile(prefix + regex(text), Pattern.DOTALL);
        } catch (PatternSyntaxException senseless) {
            return Pattern.compile(prefix + Pattern.quote(text), Pattern.DOTALL);
        }
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            char c = glob.charAt(i);
            boolean atStart = i == 0 || glob.charAt(i - 1) == '/';
            if (atStart && glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (atStart && glob.startsWith("**", i) && i + 2 == glob.length()) {
                regex.append(".+");
                i += 2;
            } else if (c == '*') {
                regex.append("[^/]*");
                while (i < glob.length() && glob.charAt(i) == '*') {
                    i++;
                }
            } else if (c == '?') {
                regex.append("[^/]");
                i++;
            } else if (c == '[' && closing(glob, i) > 0) {
                int close = closing(glob, i);
                regex.append(characters(glob.substring(i + 1, close)));
                i = close + 1;
            } else {
                boolean escaped = c == '\\' && i + 1 < glob.length();
                regex.append(Pattern.quote(Character.toString(escaped ? glob.charAt(i + 1) : c)));
                i += escaped ? 2 : 1;
            }
        }
        return regex.toString();
    }

    private static int closing(String glob, int open) {
        int first = open + 1;
        if (first < glob.length() && (glob.charAt(first) == '!' || glob.charAt(first) == '^')) {
            first++;
        }
        return glob.indexOf(']', first + 1);
    }

    private static String characters(String inside) {
        boolean negated = inside.startsWith("!") || inside.startsWith("^");
        StringBuilder set = new StringBuilder(negated ? "(?!/)[^" : "(?!/)[");
        for (char c : inside.substring(negated ? 1 : 0).toCharArray()) {
            if (c == '[' || c == ']' || c == '&' || c == '^' || c == '\\') {
                set.append('\\');
            }
            set.append(c);
        }
        return set.append(']').toString();
    }
}
