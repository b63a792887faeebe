package io.github.ekslint.cli;

import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that the user gives in options and small files. */
final class Values {

    private Values() {}

    /**
     * Parameters, variables and placeholders of specs: files first, in order, then options.
     *
     * @param given each {@code [SCOPE:]NAME=VALUE}
     */
    static Map<String, String> parameters(List<String> given, List<Path> files) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Path file : files) {
            Node root = parse(file);
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
                        "--param “%s” is not of the form NAME=VALUE or SCOPE:NAME=VALUE".formatted(parameter));
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

    private static Node parse(Path file) {
        Parsed parsed = parsed(file);
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
     * A file named by an option.
     *
     * @throws UsageError when it cannot be read
     */
    static Parsed parsed(Path file) {
        try {
            return Sources.parse(file.toString().replace('\\', '/'), Files.readAllBytes(file));
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
