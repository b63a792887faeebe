package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Input;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.reference.TestReferenceData;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the reader made of some templates. */
record ReadTemplates(Reading reading) {

    private static final CloudFormationReader READER = new CloudFormationReader();

    /** One template, with parameters as {@code NAME=VALUE}. */
    static ReadTemplates of(String template, String... parameters) {
        return run(Map.of("stack.yaml", template), false, parameters);
    }

    static ReadTemplates strictly(String template, String... parameters) {
        return run(Map.of("stack.yaml", template), true, parameters);
    }

    /** Several files by their path, in that order. */
    static ReadTemplates of(Map<String, String> files) {
        return run(files, false);
    }

    static ReadTemplates run(Map<String, String> files, boolean strict, String... parameters) {
        List<Document> documents = new ArrayList<>();
        new LinkedHashMap<>(files).forEach((uri, text) -> {
            Parsed parsed = Sources.parse(uri, text);
            parsed.documents().stream()
                    .filter(d -> READER.recognise(d) == Recognition.YES)
                    .forEach(documents::add);
        });
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            values.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return new ReadTemplates(READER.read(documents, new ReaderContext(TestReferenceData.data(), values, strict)));
    }

    static Recognition recognise(String template) {
        return READER.recognise(
                Sources.parse("stack.yaml", template).documents().get(0));
    }

    List<Fact> facts() {
        return reading.drafts().stream().flatMap(d -> d.facts().stream()).toList();
    }

    <F extends Fact> List<F> all(Class<F> type) {
        return facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The fact of that type made of the resource of that logical id. */
    <F extends Fact> F one(Class<F> type, String id) {
        return all(type).stream()
                .filter(f -> f.key().endsWith("/" + id))
                .findFirst()
                .orElseThrow();
    }

    /** The fact of that type made of the resource of that logical id, in the case of open inputs described so. */
    <F extends Fact> Optional<F> inCase(String inputs, Class<F> type, String id) {
        return reading.drafts().stream()
                .flatMap(d -> d.cases().stream())
                .filter(c -> described(c.inputs()).equals(inputs))
                .flatMap(c -> c.facts().stream())
                .filter(f -> type.isInstance(f) && f.key().endsWith("/" + id))
                .map(type::cast)
                .findFirst();
    }

    /** The combinations of open inputs under which the stacks are read once more, such as {@code Env is prod, Zones is 2}. */
    List<String> cases() {
        return reading.drafts().stream()
                .flatMap(d -> d.cases().stream())
                .map(c -> described(c.inputs()))
                .toList();
    }

    private static String described(Map<Input, String> inputs) {
        return new TreeMap<>(inputs)
                .entrySet().stream()
                        .map(e -> e.getKey().name() + " is " + e.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** The problems as {@code code@line}. */
    List<String> problems() {
        return reading.problems().stream()
                .map(p -> p.code() + "@" + p.place().line())
                .toList();
    }
}
