package io.github.ekslint.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that belong to Terraform source beside those that were asked for: a module is all files of its folder, calls modules of
 * other folders, and has modules that {@code terraform init} installed.
 */
final class TerraformFiles {

    private static final Pattern SOURCE = Pattern.compile(".*\\.(?:tf|tofu)(?:\\.json)?");
    private static final Pattern VALUES = Pattern.compile("(?:terraform|.*\\.auto)\\.tfvars(?:\\.json)?");
    private static final Pattern LOCAL =
            Pattern.compile("(?m)(?:^|[{,\\s])\"?source\"?[ \\t]*[=:][ \\t]*\"(\\.\\.?(?:/[^\"\\n$%]*)?)\"");

    private static final int MOST_FOLDERS = 2_000;
    private static final int MOST_BYTES = 1_000_000;

    private TerraformFiles() {}

    /** Whether a file is Terraform source by its name. */
    static boolean isSource(Path file) {
        return SOURCE.matcher(file.getFileName().toString()).matches();
    }

    /** The files of the modules that some files belong to, and of those that these call. */
    static List<Path> around(Collection<Path> files) {
        Deque<Path> waiting = new ArrayDeque<>();
        Set<Path> seen = new LinkedHashSet<>();
        for (Path file : files) {
            Path folder = file.getParent();
            if (folder != null && isSource(file) && seen.add(folder)) {
                waiting.add(folder);
            }
        }
        List<Path> found = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Path folder = waiting.remove();
            for (Path file : in(folder)) {
                found.add(file);
                for (String called : calls(file)) {
                    folder(folder, called)
                            .filter(f -> seen.size() < MOST_FOLDERS)
                            .filter(seen::add)
                            .ifPresent(waiting::add);
                }
            }
        }
        return found;
    }

    private static Optional<Path> folder(Path from, String source) {
        try {
            Path folder = from.resolve(source).normalize();
            return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> isSource(f)
                            || VALUES.matcher(f.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static List<String> calls(Path file) {
        List<String> calls = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            Matcher local = LOCAL.matcher(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            while (local.find()) {
                calls.add(local.group(1));
            }
        } catch (IOException unreadable) {
            // it is reported when it is read
        }
        return calls;
    }

    /**
     * The files of installed modules, and the list of them.
     *
     * @param folder {@code .terraform}
     */
    static List<Path> installed(Path folder) {
        Path list = folder.resolve("modules").resolve("modules.json");
        Path root = folder.getParent();
        if (root == null || !Files.isRegularFile(list)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>(List.of(list));
        for (String dir : dirs(list)) {
            folder(root, dir).filter(f -> f.startsWith(folder)).ifPresent(f -> files.addAll(in(f)));
        }
        return files;
    }

    private static List<String> dirs(Path list) {
        try (InputStream in = Files.newInputStream(list)) {
            return Sources.parse("modules.json", in.readNBytes(10 * MOST_BYTES)).documents().stream()
                    .flatMap(d -> d.root().asMapping().flatMap(m -> m.get("Modules")).stream())
                    .flatMap(n -> n.asSequence().stream())
                    .flatMap(s -> s.items().stream())
                    .flatMap(m -> m.asMapping().flatMap(one -> one.text("Dir")).stream())
                    .distinct()
                    .limit(MOST_FOLDERS)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
