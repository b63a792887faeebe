package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.terraform.resource.RootModule;
import io.github.ekslint.reader.terraform.resource.TfResource;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Terraform source. Every folder that no other one calls is a root module; one counts when something in it is about EKS.
 */
public final class ModuleReader {

    private static final String NOTHING = "it holds nothing about EKS";

    private final Folders folders;
    private final Run run;
    private final List<RootModule> roots = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<SourceFile, String> notes = new HashMap<>();

    private ModuleReader(List<Document> documents, ReaderContext context) {
        this.folders = new Folders(documents);
        this.run = new Run(context, folders);
        documents.forEach(d -> notes.put(d.file(), NOTHING));
    }

    /** Whether a document is Terraform source, or says what source needs: values of variables, installed modules. */
    public static boolean recognises(Document document) {
        String uri = document.file().uri();
        return document.root() instanceof Hcl
                || JsonSyntax.is(document)
                || uri.endsWith(".tfvars.json")
                || (uri.endsWith("modules/modules.json")
                        && document.root()
                                .asMapping()
                                .flatMap(m -> m.get("Modules"))
                                .isPresent());
    }

    /** The root modules of source files. */
    public static ModuleReader read(List<Document> documents, ReaderContext context) {
        ModuleReader reader = new ModuleReader(documents, context);
        Set<String> called = reader.folders.called();
        for (Folder folder : reader.folders.all()) {
            if (!called.contains(folder.uri())) {
                reader.read(folder);
            }
        }
        reader.problems.addAll(reader.run.problems());
        return reader;
    }

    /** Those that are about EKS. */
    public List<RootModule> roots() {
        return roots;
    }

    /** Of the modules that are about EKS. */
    public List<Problem> problems() {
        return problems;
    }

    /** Why a file is not judged; empty for one that belongs to a module that is. */
    public Map<SourceFile, String> notes() {
        return notes;
    }

    private void read(Folder folder) {
        run.restart();
        List<Problem> before = run.problems();
        Module module = Module.root(run, folder);
        List<TfResource> resources = module.resources();
        Set<Folder> used = new LinkedHashSet<>();
        collect(folder, "", folder.uri(), used);
        boolean relevant = resources.stream().anyMatch(r -> isEks(r))
                || used.stream().anyMatch(f -> !f.problems().isEmpty() && mentionsEks(f));
        List<Problem> unknown = unknownModules(used);
        if (!relevant && unknown.isEmpty()) {
            run.forget(before);
            used.forEach(f -> f.problems().stream().findFirst().ifPresent(this::unreadable));
            return;
        }
        used.forEach(this::belongs);
        problems.addAll(unknown);
        if (!resources.isEmpty()) {
            roots.add(new RootModule(folder.uri().isEmpty() ? "." : folder.uri(), folder.place(), resources));
        }
    }

    private static boolean isEks(TfResource resource) {
        return resource.mode() == TfResource.Mode.MANAGED && resource.type().startsWith("aws_eks_");
    }

    private void unreadable(Problem first) {
        notes.put(
                first.place().file(),
                "%s, and it cannot be read: %s (line %d)"
                        .formatted(NOTHING, first.message(), first.place().line()));
    }

    private void belongs(Folder folder) {
        folder.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
        folder.documents().forEach(d -> notes.put(d.file(), ""));
        folders.automaticValues(folder.uri()).forEach(d -> notes.put(d.file(), ""));
    }

    private static boolean mentionsEks(Folder folder) {
        return folder.documents().stream().anyMatch(d -> {
            for (int line = 1; line <= 2_000; line++) {
                Optional<String> text = d.file().line(line);
                if (text.isEmpty()) {
                    return false;
                }
                if (text.get().contains("\"aws_eks_") || text.get().contains("terraform-aws-modules/eks/aws")) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The folder and those whose modules it calls. */
    private void collect(Folder folder, String callPath, String root, Set<Folder> used) {
        if (!used.add(folder) || used.size() > 1_000) {
            return;
        }
        for (Hcl.Block call : folder.calls().values()) {
            String path = callPath.isEmpty() ? call.label(0) : callPath + "." + call.label(0);
            folders.installed(root, path)
                    .or(() -> Folder.literal(call, "source")
                            .filter(Folders::isLocal)
                            .map(s -> folders.get(Folders.resolve(folder.uri(), s))))
                    .ifPresent(f -> collect(f, path, root, used));
        }
    }

    /** Whether what is given to a module is what a cluster is made of. */
    private static boolean makesCluster(Hcl.Block call) {
        return call.body().attribute("cluster_name").isPresent()
                        && call.body().attribute("cluster_version").isPresent()
                || call.body().attribute("kubernetes_version").isPresent();
    }

    /** Calls of modules that make clusters, of which it is not known what they make. */
    private List<Problem> unknownModules(Set<Folder> used) {
        List<Problem> unknown = new ArrayList<>();
        for (Folder folder : used) {
            for (Hcl.Block call : folder.calls().values()) {
                String source = Folder.literal(call, "source").orElse("");
                boolean eks = source.contains("terraform-aws-modules/eks/aws") && !source.contains("//")
                        || Folders.isLocal(source) && makesCluster(call);
                boolean there = Registry.find(source, Folder.literal(call, "version"))
                                .isPresent()
                        || Folders.isLocal(source) && folders.get(Folders.resolve(folder.uri(), source)) != null
                        || folders.installed(folder.uri(), call.label(0)).isPresent();
                if (eks && !there && unknown.stream().noneMatch(p -> p.place().equals(call.header()))) {
                    unknown.add(Problem.warning(
                            "unknown-module",
                            call.header(),
                            Registry.why(call, source) + "; its cluster is not judged"));
                }
            }
        }
        return unknown;
    }
}
