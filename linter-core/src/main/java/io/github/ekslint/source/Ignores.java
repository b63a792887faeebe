package io.github.ekslint.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The patterns of one {@code .gitignore} file, as <a href="https://git-scm.com/docs/gitignore">git reads them</a>.
 *
 * @param folder the folder that the file stands in
 */
record Ignores(Path folder, List<Rule> rules) {

    private static final long MOST = 1_000_000;

    /** One pattern, to be matched against a path relative to the folder, with {@code /}. */
    private record Rule(Pattern pattern, boolean negated, boolean onlyFolders) {}

    /** The patterns of a folder's {@code .gitignore}; none when there is no such file, or it cannot be read. */
    static Ignores of(Path folder) {
        Path file = folder.resolve(".gitignore");
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST) {
                return of(folder, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            return new Ignores(folder, List.of());
        }
        return new Ignores(folder, List.of());
    }

    static Ignores of(Path folder, String text) {
        List<Rule> rules = new ArrayList<>();
        text.lines().forEach(line -> rule(line).ifPresent(rules::add));
        return new Ignores(folder, rules);
    }

    /** What the last matching pattern says: excluded, or included again; empty when none matches. */
    Optional<Boolean> excluded(Path path, boolean isFolder) {
        if (rules.isEmpty() || !path.startsWith(folder)) {
            return Optional.empty();
        }
        String relative = folder.relativize(path).toString().replace('\\', '/');
        Optional<Boolean> result = Optional.empty();
        for (Rule rule : rules) {
            if ((isFolder || !rule.onlyFolders)
                    && rule.pattern.matcher(relative).matches()) {
                result = Optional.of(!rule.negated);
            }
        }
        return result;
    }

    private static Optional<Rule> rule(String line) {
        String pattern = withoutTrailingBlanks(line);
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return Optional.empty();
        }
        boolean negated = pattern.startsWith("!");
        pattern = negated ? pattern.substring(1) : pattern;
        boolean onlyFolders = pattern.endsWith("/");
        pattern = onlyFolders ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anchored = pattern.indexOf('/') >= 0;
        pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        String regex = (anchored ? "" : "(?:.*/)?") + regex(pattern);
        return Optional.of(new Rule(Pattern.compile(regex, Pattern.DOTALL), negated, onlyFolders));
    }

    private static String withoutTrailingBlanks(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
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
