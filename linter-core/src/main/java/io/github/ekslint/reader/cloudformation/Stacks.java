package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stacks of a run: one for each template that no other one nests, with those nested in it; joined where one uses another. */
final class Stacks {

    private static final int MOST = 500;
    private static final String NESTED = "AWS::CloudFormation::Stack";

    private final Run run;
    private final List<Template> templates;
    private final CdkManifests manifests;
    private final Set<String> names = new HashSet<>();
    private int made;

    private Stacks(Run run, List<Template> templates, CdkManifests manifests) {
        this.run = run;
        this.templates = templates;
        this.manifests = manifests;
    }

    /** The groups of stacks that belong together, each in the order of the inputs. */
    static List<List<Stack>> of(Run run, List<Template> templates, CdkManifests manifests) {
        Stacks stacks = new Stacks(run, templates, manifests);
        List<Stack> roots = stacks.roots();
        Map<Stack, Stack> rootOf = new LinkedHashMap<>();
        for (Stack root : roots) {
            stacks.nest(root, root, List.of(root.template()), rootOf);
        }
        rootOf.keySet().forEach(run.exports()::add);
        rootOf.keySet().forEach(s -> References.imports(s));
        return joined(run, rootOf);
    }

    private List<Stack> roots() {
        Map<Template, Stack> alone = new LinkedHashMap<>();
        for (Template template : templates) {
            alone.put(template, stack(template, null, run.name(template)));
        }
        Set<Template> nested = new LinkedHashSet<>();
        alone.values().forEach(s -> s.resources().values().forEach(r -> child(r).ifPresent(nested::add)));
        List<Stack> roots = new ArrayList<>();
        alone.forEach((template, stack) -> {
            if (!nested.contains(template)) {
                roots.add(stack);
            }
        });
        return roots;
    }

    private Stack stack(Template template, @Nullable Resource nestedIn, String name) {
        made++;
        return new Stack(
                run,
                template,
                name,
                nestedIn,
                nestedIn == null
                        ? manifests.environment(template.uri())
                        : nestedIn.stack().environment());
    }

    private void nest(Stack stack, Stack root, List<Template> path, Map<Stack, Stack> rootOf) {
        rootOf.put(stack, root);
        for (Resource resource : stack.resources().values()) {
            Optional<Template> template = child(resource);
            if (template.isEmpty()) {
                continue;
            }
            if (path.contains(template.get()) || made > MOST) {
                run.report(Problem.error(
                        "circular-reference",
                        resource.place(),
                        made > MOST
                                ? "more than %d stacks are nested; the rest is not judged".formatted(MOST)
                                : "stack %s nests the template it is in".formatted(resource.id())));
                continue;
            }
            Stack inner = stack(template.get(), resource, Run.unique(stack.name() + "/" + resource.id(), names));
            stack.nest(resource.id(), inner);
            List<Template> longer = new ArrayList<>(path);
            longer.add(template.get());
            nest(inner, root, longer, rootOf);
        }
    }

    /** The template of a nested stack, when it is among the inputs: by the CDK's asset path, or the end of its URL. */
    private Optional<Template> child(Resource resource) {
        if (!resource.is(NESTED)) {
            return Optional.empty();
        }
        Optional<String> asset = resource.node()
                .at("Metadata", "aws:asset:path")
                .flatMap(Node::asScalar)
                .map(Node.Scalar::text);
        Datum url = resource.properties().datum("TemplateURL");
        String path = asset.orElseGet(() -> url instanceof Datum.Text text
                ? text.pieces().get(text.pieces().size() - 1).text()
                : "");
        Optional<String> uploaded = manifests.asset(resource.stack().template().uri(), path);
        return uploaded.isPresent()
                ? templates.stream().filter(t -> t.uri().equals(uploaded.get())).findFirst()
                : byPath(resource.stack().template(), path);
    }

    private Optional<Template> byPath(Template from, String written) {
        boolean remote = written.contains("://");
        String path = remote ? written.substring(written.indexOf("://") + 3) : written;
        String folder = from.uri().substring(0, from.uri().lastIndexOf('/') + 1);
        String relative = normalised(folder + path);
        Optional<Template> beside = templates.stream()
                .filter(t -> !remote && t.uri().equals(relative))
                .findFirst();
        if (beside.isPresent()) {
            return beside;
        }
        // the longest end of the path that only one input has
        String end = path.startsWith("./") ? path.substring(2) : path;
        for (String tail = end;
                !tail.isEmpty();
                tail = tail.contains("/") ? tail.substring(tail.indexOf('/') + 1) : "") {
            String suffix = tail;
            List<Template> found = templates.stream()
                    .filter(t -> t != from && (t.uri().equals(suffix) || t.uri().endsWith("/" + suffix)))
                    .toList();
            if (found.size() == 1) {
                return Optional.of(found.get(0));
            }
            if (!found.isEmpty()) {
                return found.stream()
                        .filter(t -> !folder.isEmpty() && t.uri().startsWith(folder))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static String normalised(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** The stacks in groups, so that those with a common root and those linked by an export are in one. */
    private static List<List<Stack>> joined(Run run, Map<Stack, Stack> rootOf) {
        Map<Stack, List<Stack>> groups = new LinkedHashMap<>();
        rootOf.forEach((stack, root) ->
                groups.computeIfAbsent(root, r -> new ArrayList<>()).add(stack));
        List<List<Stack>> joined = new ArrayList<>(groups.values());
        for (Exports.Link link : run.exports().links()) {
            List<Stack> importer = holding(joined, link.importer());
            List<Stack> exporter = holding(joined, link.exporter());
            if (importer != exporter) {
                exporter.addAll(importer);
                joined.removeIf(group -> group == importer);
            }
        }
        return joined;
    }

    private static List<Stack> holding(List<List<Stack>> groups, Stack stack) {
        return groups.stream().filter(g -> g.contains(stack)).findFirst().orElseThrow();
    }
}
