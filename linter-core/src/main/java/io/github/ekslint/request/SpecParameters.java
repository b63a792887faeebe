package io.github.ekslint.request;

import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values for parameters, variables and placeholders of specs, as a person gives them. */
public final class SpecParameters {

    private SpecParameters() {}

    /**
     * The values of files, in order, and then those given one by one; the last value of a name holds.
     *
     * @param given each {@code [SCOPE:]NAME=VALUE}
     * @param files YAML or JSON, one mapping of names to plain values each
     * @throws UsageError when a file cannot be read or says something else
     */
    public static Map<String, String> of(List<String> given, List<Path> files) {
        return of(given, files, SpecParameters::parsed);
    }

    /**
     * The same with another way to read files.
     *
     * @param reading throws {@link UsageError} for a file that cannot be read
     */
    public static Map<String, String> of(List<String> given, List<Path> files, Function<Path, Parsed> reading) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Path file : files) {
            Node root = root(reading.apply(file), file);
            if (root instanceof Hcl variables) {
                values.putAll(variables(variables));
            } else {
                mapping(root, file).members().forEach((name, entry) -> values.put(name, value(entry.value(), file)));
            }
        }
        for (String parameter : given) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new UsageError(
                        "the parameter “%s” is not of the form NAME=VALUE or SCOPE:NAME=VALUE".formatted(parameter));
            }
            values.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return values;
    }

    private static Map<String, String> variables(Hcl file) {
        if (!file.problems().isEmpty()) {
            Problem first = file.problems().get(0);
            throw new UsageError(first.place() + ": " + first.message());
        }
        return file.values();
    }

    /** In JSON, where Terraform keeps values of variables, lists and maps stand as they are written. */
    private static String value(Node node, Path file) {
        boolean json = file.toString().endsWith(".json");
        return json && node.asScalar().isEmpty() ? node.place().text() : scalar(node, file);
    }

    private static Node root(Parsed parsed, Path file) {
        if (!parsed.problems().isEmpty()) {
            Problem first = parsed.problems().get(0);
            throw new UsageError(first.place() + ": " + first.message());
        }
        if (parsed.documents().size() != 1) {
            throw new UsageError("%s holds %d documents; one is expected"
                    .formatted(file, parsed.documents().size()));
        }
        return parsed.documents().get(0).root();
    }

    /**
     * A file that was named by itself, whatever it holds.
     *
     * @throws UsageError when it cannot be read
     */
    public static Parsed parsed(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Sources.parse(
                    file.toString().replace('\\', '/'), in.readNBytes((int) Limits.DEFAULT.maxJsonBytes() + 1));
        } catch (IOException e) {
            throw new UsageError("%s cannot be read: %s".formatted(file, Reasons.of(e)));
        }
    }

    private static Node.Mapping mapping(Node node, Path file) {
        return node.asMapping().orElseThrow(() -> wrong(node, "%s expects names with values here".formatted(file)));
    }

    private static String scalar(Node node, Path file) {
        return node.asScalar()
                .orElseThrow(() -> wrong(node, "%s expects a plain value here".formatted(file)))
                .text();
    }

    private static UsageError wrong(Node node, String message) {
        return new UsageError(node.place() + ": " + message);
    }
}
