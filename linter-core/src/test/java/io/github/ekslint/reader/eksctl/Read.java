package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Fact;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.reference.TestReferenceData;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the reader made of one file.
 *
 * @param problems of parsing and reading
 */
record Read(Parsed parsed, Reading reading, List<Problem> problems) {

    static Read of(String text) {
        return of("cluster.yaml", text, Map.of());
    }

    static Read of(String uri, String text, Map<String, String> parameters) {
        Parsed parsed = Sources.parse(uri, text);
        EksctlReader reader = new EksctlReader();
        List<Document> ours = parsed.documents().stream()
                .filter(d -> reader.recognise(d) == Recognition.YES)
                .toList();
        Reading reading = reader.read(ours, new ReaderContext(TestReferenceData.data(), parameters, false));
        List<Problem> problems = new ArrayList<>(parsed.problems());
        problems.addAll(reading.problems());
        return new Read(parsed, reading, problems.stream().sorted().toList());
    }

    /** The facts of a ClusterConfig in eu-west-1 called prod, with more fields. */
    static Read cluster(String fields) {
        return of(
                """
                apiVersion: eksctl.io/v1alpha5
                kind: ClusterConfig
                metadata:
                  name: prod
                  region: eu-west-1
                """
                        + fields);
    }

    List<Fact> facts() {
        return reading.drafts().get(0).facts();
    }

    <F extends Fact> List<F> all(Class<F> type) {
        return facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    <F extends Fact> F get(Class<F> type, String key) {
        return all(type).stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        key + " is not among " + facts().stream().map(Fact::key).toList()));
    }

    Cluster cluster() {
        return all(Cluster.class).get(0);
    }

    List<String> keys(Class<? extends Fact> type) {
        return all(type).stream().map(Fact::key).toList();
    }
}
