package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.SpecReader;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ClusterConfigs of the API group {@code eksctl.io}, v1alpha5 and the older v1alpha3 and v1alpha4
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/schema.html">config file schema</a>). One document is one estate.
 */
public final class EksctlReader implements SpecReader {

    private static final String GROUP = "eksctl.io/";
    private static final String KIND = "ClusterConfig";

    @Override
    public String dialect() {
        return "eksctl";
    }

    /** A ClusterConfig is recognised; another kind of eksctl's holds no cluster. */
    @Override
    public Recognition recognise(Document document) {
        Optional<Node.Mapping> root = document.root().asMapping();
        if (root.flatMap(r -> r.text("apiVersion"))
                .filter(v -> v.startsWith(GROUP))
                .isEmpty()) {
            return Recognition.NO;
        }
        String kind = root.flatMap(r -> r.text("kind")).orElse(KIND);
        return kind.equals(KIND) ? Recognition.YES : Recognition.IRRELEVANT;
    }

    @Override
    public Reading read(List<Document> documents, ReaderContext context) {
        Map<SourceFile, Integer> perFile = new IdentityHashMap<>();
        documents.forEach(d -> perFile.merge(d.file(), 1, Integer::sum));
        Map<SourceFile, Integer> seen = new IdentityHashMap<>();
        List<Reading.Draft> drafts = new ArrayList<>();
        Set<Problem> problems = new LinkedHashSet<>();
        for (Document document : documents) {
            int index = seen.merge(document.file(), 1, Integer::sum);
            String uri = document.file().uri();
            String id = perFile.getOrDefault(document.file(), 1) > 1 ? uri + "#" + index : uri;
            document.root().asMapping().ifPresent(root -> {
                Fields fields = new Fields(root, Provenance.EXPLICIT, "", parametersFor(uri, context), problems::add);
                drafts.add(new Reading.Draft(
                        id, dialect(), Estate.Tool.EKSCTL, root.place(), new Spec(fields, context.data()).read()));
            });
        }
        return new Reading(drafts, List.of(), List.copyOf(problems));
    }

    /** The parameters without a scope, and those whose scope is this file, which win. */
    private static Map<String, String> parametersFor(String uri, ReaderContext context) {
        Map<String, String> parameters = new HashMap<>(context.parameters());
        context.parameters().forEach((name, value) -> {
            if (name.startsWith(uri + ":")) {
                parameters.put(name.substring(uri.length() + 1), value);
            }
        });
        return parameters;
    }
}
