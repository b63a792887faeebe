package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.terraform.resource.RootModule;
import io.github.ekslint.reader.terraform.resource.TfResource;
import io.github.ekslint.reference.TestReferenceData;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.SourceFile;
import io.github.ekslint.source.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Terraform source in tests: the files of a run by name. */
final class Modules {

    private final Map<String, String> files = new LinkedHashMap<>();
    private Map<String, String> parameters = Map.of();
    private boolean strict;

    static Modules of(String text) {
        return new Modules().with("main.tf", text);
    }

    Modules with(String name, String text) {
        files.put(name, text);
        return this;
    }

    Modules given(Map<String, String> values) {
        parameters = values;
        return this;
    }

    Modules strict() {
        strict = true;
        return this;
    }

    private List<Document> documents() {
        return files.entrySet().stream()
                .flatMap(f -> Sources.parse(f.getKey(), f.getValue()).documents().stream())
                .toList();
    }

    private ReaderContext context() {
        return new ReaderContext(TestReferenceData.data(), parameters, strict);
    }

    ModuleReader read() {
        return ModuleReader.read(documents(), context());
    }

    /** All resources of the only root module. */
    Map<String, TfResource> resources() {
        Folders folders = new Folders(documents());
        Run run = new Run(context(), folders);
        Folder root = folders.all().stream()
                .filter(f -> !folders.called().contains(f.uri()))
                .findFirst()
                .orElseThrow();
        return Module.root(run, root).resources().stream()
                .collect(Collectors.toMap(TfResource::address, r -> r, (a, b) -> a, LinkedHashMap::new));
    }

    /** An attribute of a resource as one line. */
    String attribute(String address, String name) {
        TfResource resource = resources().get(address);
        return resource == null
                ? "no " + address + " in " + resources().keySet()
                : shown(resource.attributes().datum(name));
    }

    Datum value(String expression) {
        SourceFile file = new SourceFile("expression", List.of());
        Folders folders = new Folders(documents());
        Module module = Module.root(
                new Run(context(), folders), folders.all().iterator().next());
        return Expressions.eval(Hcl.expression(expression, file.start()), Scope.of(module));
    }

    String eval(String expression) {
        return shown(value(expression));
    }

    static String ids(ModuleReader reader) {
        return reader.roots().stream().map(RootModule::id).collect(Collectors.joining(", "));
    }

    /** Known texts as they are, gaps as {@code ?}, what Terraform refuses as {@code error}. */
    static String shown(Datum datum) {
        if (datum instanceof Datum.Text text) {
            return text.pieces().stream()
                    .map(p -> p.gap() == null ? p.text() : "?")
                    .collect(Collectors.joining());
        } else if (datum instanceof Datum.Items items) {
            return items.items().stream().map(Modules::shown).collect(Collectors.joining(", ", "[", "]"));
        } else if (datum instanceof Datum.OpenList) {
            return "...";
        } else if (datum instanceof Datum.Unknown) {
            return Use.isRefused(datum) ? "error" : "?";
        } else if (datum instanceof Datum.Nothing) {
            return "null";
        } else if (datum instanceof Datum.Choice choice) {
            return choice.cases().entrySet().stream()
                    .map(c -> c.getKey() + " → " + shown(c.getValue()))
                    .collect(Collectors.joining(" | ", choice.input().name() + " (", ")"));
        }
        Datum.Members members = (Datum.Members) datum;
        return members.keys().stream()
                .sorted()
                .map(k -> k + "=" + shown(members.get(k)))
                .collect(Collectors.joining(", ", "{", members.rest() == null ? "}" : ", ...}"));
    }
}
