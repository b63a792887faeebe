package io.github.ekslint.rules;

import io.github.ekslint.Options;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example of a rule: a file, or a folder of files that belong together.
 *
 * @param name of the file or folder; its prefix says the verdict
 * @param files by their path below {@code examples}
 */
record Example(Rule rule, String name, List<Path> files, Path folder) {

    /** The day examples are judged on, unless one says otherwise in a comment. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static final Path ROOT = Path.of("src/main/resources/io/github/ekslint/rules");
    private static final Pattern EXPECT =
            Pattern.compile("(?:#|//) expect: (fail|unknown|pass)(?: ([a-z][a-z0-9-]*))?(?: part=(\\S+))?\\s*$");
    private static final Pattern LISTED =
            Pattern.compile("(\\S+):(\\d+) (fail|unknown|pass)(?: ([a-z][a-z0-9-]*))?(?: part=(\\S+))?");
    private static final Pattern AS_OF = Pattern.compile("# as-of: (\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern TARGET = Pattern.compile("# target: (\\d+\\.\\d+)");
    private static final Pattern PARAMETER = Pattern.compile("# parameter: ([a-z0-9-]+)=(.*)");

    /** The examples of a rule, sorted by name. */
    static List<Example> of(Rule rule) throws IOException {
        Path folder = ROOT.resolve(rule.folder()).resolve("examples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                examples.add(new Example(rule, String.valueOf(child.getFileName()), files(child), folder));
            }
        }
        return examples;
    }

    private static List<Path> files(Path child) throws IOException {
        if (!Files.isDirectory(child)) {
            return List.of(child);
        }
        try (Stream<Path> files = Files.walk(child)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The verdict its name announces: {@code bad}, {@code good}, {@code unknown} or {@code na}. */
    String kind() {
        return name.substring(0, Math.max(name.indexOf('-'), 0));
    }

    /** Its files as inputs. */
    List<Parsed> inputs() throws IOException {
        List<Parsed> inputs = new ArrayList<>();
        for (Path file : files) {
            if (!file.endsWith("expect.txt")) {
                inputs.add(Sources.parse(uri(file), Files.readAllBytes(file)));
            }
        }
        return inputs;
    }

    /** How to judge it: the day, the planned version and the rule's parameters that its comments say. */
    Options options() throws IOException {
        Map<String, String> parameters = header(PARAMETER)
                .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2).strip(), (first, second) -> first));
        return new Options(
                header(AS_OF)
                        .findFirst()
                        .map(m -> LocalDate.parse(m.group(1)))
                        .orElse(DAY),
                header(TARGET).findFirst().flatMap(m -> MinorVersion.parse(m.group(1))),
                Map.of(),
                false,
                r -> r.id().equals(rule.id()),
                parameters.isEmpty() ? Map.of() : Map.of(rule.id(), parameters));
    }

    private Stream<MatchResult> header(Pattern pattern) throws IOException {
        List<MatchResult> found = new ArrayList<>();
        for (Path file : files) {
            pattern.matcher(Files.readString(file, StandardCharsets.UTF_8))
                    .results()
                    .forEach(found::add);
        }
        return found.stream();
    }

    /** What its comments and its {@code expect.txt} expect. */
    List<Expectation> expectations() throws IOException {
        List<Expectation> expected = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                boolean list = file.endsWith("expect.txt");
                Matcher matcher = (list ? LISTED : EXPECT).matcher(lines.get(i));
                if (list ? matcher.matches() : matcher.find()) {
                    expected.add(
                            list
                                    ? new Expectation(
                                            uri(file.resolveSibling(matcher.group(1))),
                                            Integer.parseInt(matcher.group(2)),
                                            matcher.group(3),
                                            text(matcher.group(4)),
                                            text(matcher.group(5)))
                                    : new Expectation(
                                            uri(file),
                                            i + 1,
                                            matcher.group(1),
                                            text(matcher.group(2)),
                                            text(matcher.group(3))));
                }
            }
        }
        return expected;
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    private String uri(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
