package io.github.ekslint.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns the bytes of one file into trees. What is no text, or says nothing, gives neither documents nor problems;
 * {@link Parsed#skipped()} says why.
 */
public final class Sources {

    /** What begins a JSON text and hardly any YAML. */
    private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]])");

    /** What begins Terraform source and nothing else. */
    private static final Pattern HCL = Pattern.compile(
            "(?:\\s|#[^\\n]*+|//[^\\n]*+)*+(?:(?:terraform|locals)|(?:resource|data)\\s+\"[^\"\\n]+\"\\s+\"[^\"\\n]+\""
                    + "|(?:module|variable|output|provider)\\s+\"[^\"\\n]+\")\\s*\\{");

    private static final Pattern HCL_NAME = Pattern.compile(".*\\.(?:tf|tofu|tfvars)");

    private Sources() {}

    /** Parses with {@link Limits#DEFAULT}. */
    public static Parsed parse(String uri, byte[] bytes) {
        return parse(uri, bytes, Limits.DEFAULT);
    }

    /** Parses text with {@link Limits#DEFAULT}. */
    public static Parsed parse(String uri, String text) {
        return parse(uri, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Parses JSON or YAML, told apart by content; a name that ends in {@code .json} only decides which of the two a broken
     * file was meant to be. HCL is told by the names that Terraform reads, or by its first block. Never throws for what the
     * bytes are.
     *
     * @param uri how reports name the file
     */
    public static Parsed parse(String uri, byte[] bytes, Limits limits) {
        if (bytes.length > limits.maxJsonBytes()) {
            return tooLarge(new SourceFile(uri, List.of()), bytes.length, "a file", limits.maxJsonBytes());
        }
        Decoder decoded = Decoder.decode(bytes);
        if (decoded.binary()) {
            return Parsed.skipped(new SourceFile(uri, List.of()), "it is binary");
        }
        Text text = new Text(uri, decoded.text());
        Problems problems = new Problems();
        problems.first(
                "invalid-encoding",
                decoded.malformed(),
                at -> text.place(at, at + 1, Pointer.ROOT),
                at -> "a byte that is not valid %s".formatted(decoded.charset().name()));
        List<Document> documents = documents(text, bytes.length, limits, problems);
        if (documents.isEmpty() && problems.list().isEmpty()) {
            return Parsed.skipped(text.file(), "it is empty");
        }
        return new Parsed(text.file(), documents, problems.list());
    }

    private static List<Document> documents(Text text, int size, Limits limits, Problems problems) {
        boolean named = HCL_NAME.matcher(text.file().uri()).matches();
        if (named || HCL.matcher(text.chars()).lookingAt()) {
            return hcl(text, size, limits, problems);
        }
        boolean likeJson = startsLikeJson(text.chars());
        Problems jsonProblems = new Problems();
        List<Document> json = List.of();
        if (likeJson) {
            json = JsonTree.read(text, limits, jsonProblems).stream()
                    .map(root -> new Document(text.file(), root, List.of()))
                    .toList();
            boolean jsonName = text.file().uri().toLowerCase(Locale.ROOT).endsWith(".json");
            boolean template = text.chars().contains("{{");
            if (!jsonProblems.has("json-syntax") || (jsonName && !template) || size > limits.maxYamlBytes()) {
                problems.addAll(jsonProblems);
                return json;
            }
        }
        if (size > limits.maxYamlBytes()) {
            problems.error("too-large", text.file().start(), tooLarge(size, "YAML", limits.maxYamlBytes()));
            return List.of();
        }
        Problems yamlProblems = new Problems();
        List<Document> yaml = YamlTree.read(text, limits, yamlProblems);
        boolean jsonMeant =
                yamlProblems.has("yaml-syntax") && JSON.matcher(text.chars()).lookingAt();
        problems.addAll(jsonMeant ? jsonProblems : yamlProblems);
        return jsonMeant ? json : yaml;
    }

    private static List<Document> hcl(Text text, int size, Limits limits, Problems problems) {
        if (size > limits.maxYamlBytes()) {
            problems.error("too-large", text.file().start(), tooLarge(size, "HCL", limits.maxYamlBytes()));
            return List.of();
        }
        return List.of(HclTree.read(text, limits));
    }

    private static boolean startsLikeJson(String chars) {
        String start = chars.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    private static Parsed tooLarge(SourceFile file, long size, String what, long most) {
        return new Parsed(
                file, List.of(), List.of(Problem.error("too-large", file.start(), tooLarge(size, what, most))));
    }

    private static String tooLarge(long size, String what, long most) {
        return String.format(
                Locale.ROOT, "the file has %.1f MB; %s is read up to %.1f MB", size / 1e6, what, most / 1e6);
    }
}
