package io.github.ekslint.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of one {@code .gitignore} file, as <a href="https://git-scm.com/docs/gitignore">git reads them</a>.
 *
 * @param folder the folder that the file stands in
 */
record Ignores(Path folder, List<Rule> rules) {

    private static final long MOST = 1_000_000;

    /** One pattern, to be matched against a path relative to the folder, with {@code /}. */
    private record Rule(Glob glob, boolean negated, boolean onlyFolders) {}

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
            if ((isFolder || !rule.onlyFolders) && rule.glob.matches(relative)) {
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
        return Optional.of(new Rule(anchored ? Glob.of(pattern) : Glob.anywhere(pattern), negated, onlyFolders));
    }

    private static String withoutTrailingBlanks(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }
}
