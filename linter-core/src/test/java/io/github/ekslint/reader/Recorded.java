package io.github.ekslint.reader;

import io.github.ekslint.model.Fact;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.reader.awscli.AwsCliReader;
import io.github.ekslint.reader.kubernetes.KubernetesReader;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Sources;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recorded files of a test, read as a run would read them. */
public final class Recorded {

    private static final List<SpecReader> READERS = List.of(new AwsCliReader(), new KubernetesReader());

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** One file. */
    public static Recorded file(String name, String text) {
        return new Recorded().and(name, text);
    }

    /** And another one. */
    public Recorded and(String name, String text) {
        return and(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** And another one. */
    public Recorded and(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    /** What each reader made of the files it recognises. */
    public List<Reading> readings() {
        Map<SpecReader, List<Document>> documents = new LinkedHashMap<>();
        files.forEach((name, bytes) -> Sources.parse(name, bytes).documents().forEach(document -> READERS.stream()
                .filter(r -> r.recognise(document) == Recognition.YES)
                .findFirst()
                .ifPresent(r ->
                        documents.computeIfAbsent(r, x -> new ArrayList<>()).add(document))));
        List<Reading> readings = new ArrayList<>();
        documents.forEach((reader, own) -> readings.add(reader.read(own, context())));
        return readings;
    }

    /** All recordings of the files. */
    public List<Recording> recordings() {
        return readings().stream().flatMap(r -> r.recordings().stream()).toList();
    }

    /** All facts of a type. */
    public <F extends Fact> List<F> facts(Class<F> type) {
        return recordings().stream()
                .flatMap(r -> r.facts().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The only fact of a type. */
    public <F extends Fact> F only(Class<F> type) {
        List<F> facts = facts(type);
        if (facts.size() != 1) {
            throw new AssertionError("%d facts of %s: %s".formatted(facts.size(), type.getSimpleName(), facts));
        }
        return facts.get(0);
    }

    /** A context without parameters, whose reference data nobody asks. */
    public static ReaderContext context() {
        ReferenceData unused = (ReferenceData) Proxy.newProxyInstance(
                ReferenceData.class.getClassLoader(), new Class<?>[] {ReferenceData.class}, (proxy, method, args) -> {
                    throw new AssertionError("recordings need no reference data");
                });
        return new ReaderContext(unused, Map.of(), false);
    }
}
