package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.terraform.resource.RootModule;
import io.github.ekslint.reader.terraform.resource.TfResource;
import io.github.ekslint.reader.terraform.resource.TfResource.Mode;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads plans and states
 * (<a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output format</a>).
 */
public final class PlanReader {

    private static final List<String> WORDS =
            List.of("kubernetes.io/cluster/", "kubernetes.io/role/", "/etc/eks/bootstrap.sh", "Start-EKSBootstrap");

    private PlanReader() {}

    /** Whether a document is a plan or a state, and holds something about EKS. */
    public static Recognition recognise(Document document) {
        return document.root()
                .asMapping()
                .flatMap(Plan::of)
                .map(p -> isAboutEks(p) ? Recognition.YES : Recognition.IRRELEVANT)
                .orElse(Recognition.NO);
    }

    /** Whether a plan or state is a state: it says what is, and not what will be. */
    public static boolean isState(Document document) {
        return document.root().asMapping().filter(Plan::isState).isPresent();
    }

    /** The root module that a plan or state describes. */
    public static RootModule read(Document document, Consumer<Problem> problems) {
        Plan plan = document.root().asMapping().flatMap(Plan::of).orElseThrow();
        document.root()
                .asMapping()
                .flatMap(m -> m.get("errored"))
                .flatMap(Node::asScalar)
                .filter(e -> e.text().equals("true"))
                .ifPresent(e -> problems.accept(Problem.warning(
                        "errored-plan", e.place(), "the plan ended with an error, so resources may be missing in it")));
        Regions regions = new Regions(plan);
        List<TfResource> resources = plan.instances().stream()
                .map(i -> resource(i, plan, regions, problems))
                .toList();
        return new RootModule(document.file().uri(), document.root().place(), resources);
    }

    /** What the plan says of the clusters that run already. */
    public static List<Recording> recordings(Document document, String dialect) {
        return document.root()
                .asMapping()
                .map(root -> PriorClusters.of(root, dialect))
                .orElse(List.of());
    }

    private static TfResource resource(Instance instance, Plan plan, Regions regions, Consumer<Problem> problems) {
        return new TfResource(
                instance.address(),
                instance.mode(),
                instance.type(),
                Datum.Text.of("true", instance.place()),
                regions.of(instance),
                new Props(PlanMembers.of(plan, instance), instance.address(), instance.place(), problems),
                instance.place());
    }

    private static boolean isAboutEks(Plan plan) {
        return plan.instances().stream()
                .filter(i -> i.mode() == Mode.MANAGED)
                .anyMatch(i -> i.type().startsWith("aws_eks_")
                        || (i.type().startsWith("aws_") && mentionsKubernetes(i.values())));
    }

    private static boolean mentionsKubernetes(Node.Mapping values) {
        Deque<Node> left = new ArrayDeque<>(List.of(values));
        while (!left.isEmpty()) {
            Node node = left.pop();
            boolean found = node.asScalar()
                    .filter(s -> WORDS.stream().anyMatch(s.text()::contains))
                    .isPresent();
            if (found) {
                return true;
            }
            node.asMapping().ifPresent(m -> m.entries().forEach(e -> {
                left.push(e.key());
                left.push(e.value());
            }));
            node.asSequence().ifPresent(s -> s.items().forEach(left::push));
        }
        return false;
    }
}
