package io.github.ekslint.cli;

import io.github.ekslint.Inputs;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds, reads and parses the inputs of a run. */
record InputReader(Surroundings around) {

    Inputs read(List<String> paths, List<String> evidence) {
        return new Inputs(all(paths.isEmpty() ? List.of(".") : paths), all(evidence));
    }

    private List<Parsed> all(List<String> paths) {
        List<Parsed> parsed = new ArrayList<>();
        for (String path : paths) {
            try (Stream<Path> files = Files.walk(Path.of(path))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    parsed.add(Sources.parse(file.toString().replace('\\', '/'), Files.readAllBytes(file)));
                }
            } catch (IOException e) {
                throw new UsageError("%s cannot be read: %s".formatted(path, Reasons.of(e)));
            }
        }
        return parsed;
    }
}
