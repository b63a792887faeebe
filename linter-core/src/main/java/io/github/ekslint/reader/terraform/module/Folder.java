package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The source of one module: all Terraform files of a folder, as one.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/files">Files and Configuration Structure</a>
 */
final class Folder {

    private final String uri;
    private final List<Document> documents = new ArrayList<>();
    private final Map<String, Hcl.Block> resources = new LinkedHashMap<>();
    private final Map<String, Hcl.Block> variables = new LinkedHashMap<>();
    private final Map<String, Hcl.Block> outputs = new LinkedHashMap<>();
    private final Map<String, Hcl.Block> calls = new LinkedHashMap<>();
    private final Map<String, Hcl.Attribute> locals = new LinkedHashMap<>();
    private final List<Hcl.Block> providers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Folder(String uri) {
        this.uri = uri;
    }

    /** Its path as reports name it; empty for the working folder. */
    String uri() {
        return uri;
    }

    /** Adds a file. What an override file says of a block stands over what is there. */
    void add(Document document, Hcl file) {
        documents.add(document);
        problems.addAll(file.problems());
        boolean overrides = Folders.isOverride(document.file().uri());
        for (Hcl.Block block : file.body().blocks()) {
            switch (block.type()) {
                case "resource" -> put(resources, block.label(0) + "." + block.label(1), block, overrides);
                case "data" -> put(resources, "data." + block.label(0) + "." + block.label(1), block, overrides);
                case "variable" -> put(variables, block.label(0), block, overrides);
                case "output" -> put(outputs, block.label(0), block, overrides);
                case "module" -> put(calls, block.label(0), block, overrides);
                case "locals" -> block.body().attributes().forEach(a -> locals.put(a.name(), a));
                case "provider" -> providers.add(block);
                default -> {
                    // terraform, moved, import, check: nothing that is created
                }
            }
        }
    }

    private static void put(Map<String, Hcl.Block> blocks, String name, Hcl.Block block, boolean overrides) {
        Hcl.Block first = blocks.get(name);
        if (first == null) {
            blocks.put(name, block);
        } else if (overrides) {
            blocks.put(name, merged(first, block));
        }
    }

    private static Hcl.Block merged(Hcl.Block first, Hcl.Block over) {
        List<Hcl.Attribute> attributes = Stream.concat(
                        first.body().attributes().stream()
                                .filter(a -> over.body().attribute(a.name()).isEmpty()),
                        over.body().attributes().stream())
                .toList();
        List<Hcl.Block> blocks = Stream.concat(
                        first.body().blocks().stream()
                                .filter(b ->
                                        over.body().blocks(b.type()).findFirst().isEmpty()),
                        over.body().blocks().stream())
                .toList();
        Hcl.Body body = new Hcl.Body(first.body().place(), attributes, blocks);
        return new Hcl.Block(first.type(), first.labels(), body, first.header(), first.place());
    }

    List<Document> documents() {
        return documents;
    }

    /** Of the syntax of its files. */
    List<Problem> problems() {
        return problems;
    }

    /** By address: {@code aws_vpc.main}, {@code data.aws_region.current}. */
    Map<String, Hcl.Block> resources() {
        return resources;
    }

    Map<String, Hcl.Block> variables() {
        return variables;
    }

    Map<String, Hcl.Block> outputs() {
        return outputs;
    }

    /** Module calls by name. */
    Map<String, Hcl.Block> calls() {
        return calls;
    }

    Map<String, Hcl.Attribute> locals() {
        return locals;
    }

    List<Hcl.Block> providers() {
        return providers;
    }

    Place place() {
        return documents.stream()
                .filter(d -> d.file().uri().endsWith("main.tf"))
                .findFirst()
                .orElse(documents.get(0))
                .file()
                .start();
    }

    /** The literal text of an argument; empty when it is not written, or not literal. */
    static Optional<String> literal(Hcl.Block block, String attribute) {
        return block.body()
                .attribute(attribute)
                .map(Hcl.Attribute::value)
                .filter(v -> v instanceof HclExpression.Template)
                .map(v -> ((HclExpression.Template) v).literal());
    }
}
