package io.github.ekslint.reader.terraform;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.reference.TestReferenceData;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Sources;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** What the reader made of a plan, a state or source. */
record ReadPlan(Reading reading) {

    private static final TerraformReader READER = new TerraformReader();

    static ReadPlan of(Object plan) {
        List<Document> documents = Sources.parse("plan.json", plan.toString()).documents().stream()
                .filter(d -> READER.recognise(d) == Recognition.YES)
                .toList();
        return new ReadPlan(READER.read(documents, new ReaderContext(TestReferenceData.data(), Map.of(), false)));
    }

    /** What is made of the source of one root module. */
    static ReadPlan source(String text) {
        List<Document> documents = Sources.parse("main.tf", text).documents();
        return new ReadPlan(READER.read(documents, new ReaderContext(TestReferenceData.data(), Map.of(), false)));
    }

    /** The plan of a whole estate. */
    static ReadPlan estate(String name) {
        try {
            return of(Files.readString(Estates.folder(name).resolve("plan.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Recognition recognise(String text) {
        return READER.recognise(Sources.parse("plan.json", text).documents().get(0));
    }

    List<Fact> facts() {
        return reading.drafts().stream().flatMap(d -> d.facts().stream()).toList();
    }

    <F extends Fact> List<F> all(Class<F> type) {
        return facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The fact of that type made of the resource at an address. */
    <F extends Fact> F one(Class<F> type, String address) {
        return all(type).stream()
                .filter(f -> f.key().endsWith("/" + address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + address + " in "
                        + facts().stream().map(Fact::key).toList()));
    }

    /** The addresses that references lead to. */
    static List<String> addresses(Listing<Ref> refs) {
        return refs.items().stream().map(ReadPlan::address).toList();
    }

    static String address(Value<Ref> ref) {
        return ref.known().map(ReadPlan::address).orElse("?");
    }

    private static String address(Ref ref) {
        String key = ref.key();
        return key == null ? ref.id().known().orElse("?") : key.substring(key.indexOf('/') + 1);
    }
}
