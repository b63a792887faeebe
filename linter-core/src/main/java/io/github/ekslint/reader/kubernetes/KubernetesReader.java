package io.github.ekslint.reader.kubernetes;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.reader.SpecReader;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads nodes, workloads, Services, Ingresses and role bindings. What a cluster has answered is recorded evidence; a manifest is kept apart
 * and its values are those that somebody wrote.
 */
public final class KubernetesReader implements SpecReader {

    /** The dialect's name in reports. */
    public static final String DIALECT = "kubernetes";

    @Override
    public String dialect() {
        return DIALECT;
    }

    @Override
    public Recognition recognise(Document document) {
        List<KubernetesObject> objects = KubernetesObject.in(document);
        if (objects.stream().anyMatch(o -> o.isNode() || o.isWorkload() || o.isRoleBinding())) {
            return Recognition.YES;
        }
        boolean another = objects.stream()
                .anyMatch(o -> o.root().text("apiVersion").orElse("").contains("eksctl.io"));
        boolean any = !objects.isEmpty() || KubernetesObject.isAnswer(document);
        return any && !another ? Recognition.IRRELEVANT : Recognition.NO;
    }

    @Override
    public Reading read(List<Document> documents, ReaderContext context) {
        List<Problem> problems = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        for (Document document : documents) {
            List<Fact> recorded = new ArrayList<>();
            List<Fact> written = new ArrayList<>();
            for (KubernetesObject object : KubernetesObject.in(document)) {
                if (object.isNode()) {
                    recorded.add(Nodes.node(fields(object, true, context, problems)));
                } else if (object.isWorkload()) {
                    Fields fields = fields(object, object.recorded(), context, problems);
                    (object.recorded() ? recorded : written).add(Workloads.workload(object, fields));
                } else if (object.isRoleBinding()) {
                    Fields fields = fields(object, object.recorded(), context, problems);
                    (object.recorded() ? recorded : written).add(RoleBindings.binding(object, fields));
                }
            }
            recordings.addAll(byCluster(document, recorded));
            if (!written.isEmpty()) {
                recordings.add(recording(document, Recording.MANIFESTS, Optional.empty(), written));
            }
        }
        return new Reading(List.of(), recordings, problems);
    }

    /**
     * One answer comes from one cluster: where one of its nodes names the cluster, all of it is about that cluster. Nodes that
     * name different ones were put together by hand, and each is about the cluster it names.
     */
    private static List<Recording> byCluster(Document document, List<Fact> facts) {
        Map<Optional<String>, List<Fact>> byName = new LinkedHashMap<>();
        Set<String> names = facts.stream().flatMap(f -> clusterName(f).stream()).collect(Collectors.toSet());
        for (Fact fact : facts) {
            Optional<String> name =
                    names.size() == 1 ? Optional.of(names.iterator().next()) : clusterName(fact);
            byName.computeIfAbsent(name, n -> new ArrayList<>()).add(fact);
        }
        List<Recording> recordings = new ArrayList<>();
        byName.forEach((name, own) -> recordings.add(recording(document, DIALECT, name, own)));
        return recordings;
    }

    private static Recording recording(Document document, String dialect, Optional<String> cluster, List<Fact> facts) {
        Set<String> regions = facts.stream()
                .filter(f -> f instanceof Node)
                .flatMap(f -> ((Node) f).region().known().stream())
                .collect(Collectors.toSet());
        Optional<String> region =
                regions.size() == 1 ? Optional.of(regions.iterator().next()) : Optional.empty();
        return new Recording(
                document.root().place(), dialect, Optional.empty(), region, cluster, Optional.empty(), facts);
    }

    private static Optional<String> clusterName(Fact fact) {
        return fact instanceof Node node ? node.clusterName().known() : Optional.empty();
    }

    private static Fields fields(
            KubernetesObject object, boolean recorded, ReaderContext context, List<Problem> problems) {
        return new Fields(
                object.root(),
                recorded ? Provenance.OBSERVED : Provenance.EXPLICIT,
                recorded ? "recorded" : "",
                context.parameters(),
                problems::add);
    }
}
