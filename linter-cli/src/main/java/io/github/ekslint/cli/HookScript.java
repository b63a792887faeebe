package io.github.ekslint.cli;

import io.github.ekslint.source.SourceFinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The shell script that git runs before a commit.
 *
 * @param launch starts ekslint
 * @param options of {@code ekslint check}, beside {@code --staged}
 */
record HookScript(Launch launch, List<String> options) {

    /** What its second line begins with. */
    static final String MARK = "# ekslint hook";

    private static final Pattern PLACEHOLDER = Pattern.compile("@[A-Z]+@");

    /** Keeps its own copy. */
    HookScript {
        options = List.copyOf(options);
    }

    /** The whole script. */
    String text() {
        List<String> check = new ArrayList<>(List.of("check", "--staged"));
        check.addAll(options);
        Map<String, String> values = Map.of(
                "@LAUNCHER@", quoted(launch.launcher()),
                "@JAVA@", quoted(launch.java()),
                "@JAR@", quoted(launch.jar()),
                "@SKIPS@", mayBeSkipped() ? "true" : "false",
                "@PLACE@", place(),
                "@CHECK@", check.stream().map(HookScript::quoted).collect(Collectors.joining(" ")));
        return PLACEHOLDER
                .matcher(template())
                .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(), "")));
    }

    /** Whether the names of what is staged can tell that there is nothing to judge: all files of the options have such names. */
    private boolean mayBeSkipped() {
        return options.stream()
                .map(option -> option.substring(option.startsWith("--") ? option.indexOf('=') + 1 : 0))
                .noneMatch(word -> word.equals("--require-specs")
                        || (isFile(word) && !SourceFinder.isWalkedTo(word.replace('\\', '/'))));
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    /** Names the archive of this Java and this jar, whatever becomes of both. */
    private String place() {
        byte[] both = (launch.java() + "\n" + launch.jar()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(both).toString();
    }

    private static String template() {
        try (InputStream in = HookScript.class.getResourceAsStream("pre-commit")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
