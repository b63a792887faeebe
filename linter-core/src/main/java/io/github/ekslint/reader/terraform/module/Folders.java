package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The folders of a run that hold Terraform source, and where installed modules lie. */
final class Folders {

    private final Map<String, Folder> folders = new TreeMap<>();
    private final Map<String, List<Document>> values = new TreeMap<>();
    /** By folder of the root module and path of the call: {@code eks.kms}. */
    private final Map<String, String> installed = new HashMap<>();

    Folders(Collection<Document> documents) {
        Comparator<Document> byFile = Comparator.comparing(d -> d.file().uri());
        Comparator<Document> overridesLast =
                Comparator.comparing(d -> isOverride(d.file().uri()));
        for (Document document :
                documents.stream().sorted(overridesLast.thenComparing(byFile)).toList()) {
            String uri = document.file().uri();
            String folder = parent(uri);
            if (isValues(uri)) {
                values.computeIfAbsent(folder, f -> new ArrayList<>()).add(document);
            } else if (uri.endsWith("modules/modules.json")) {
                install(document, parent(parent(folder)));
            } else {
                JsonSyntax.hcl(document).ifPresent(file -> folders.computeIfAbsent(folder, Folder::new)
                        .add(document, file));
            }
        }
    }

    static boolean isOverride(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1).replaceAll("\\.(tf|tofu)(\\.json)?$", "");
        return name.equals("override") || name.endsWith("_override");
    }

    static boolean isValues(String uri) {
        return uri.endsWith(".tfvars") || uri.endsWith(".tfvars.json");
    }

    /** What {@code terraform init} wrote about the modules it installed. */
    private void install(Document document, String root) {
        List<Node> modules = document.root()
                .asMapping()
                .flatMap(m -> m.get("Modules"))
                .flatMap(Node::asSequence)
                .map(Node.Sequence::items)
                .orElse(List.of());
        for (Node module : modules) {
            Optional<Node.Mapping> one = module.asMapping();
            Optional<String> key = one.flatMap(m -> m.text("Key"));
            Optional<String> dir = one.flatMap(m -> m.text("Dir"));
            if (key.filter(k -> !k.isEmpty()).isPresent() && dir.isPresent()) {
                installed.put(root + "\n" + key.get(), resolve(root, dir.get()));
            }
        }
    }

    Collection<Folder> all() {
        return folders.values();
    }

    /** The files with values for variables that Terraform reads by itself, in that order. */
    List<Document> automaticValues(String folder) {
        List<Document> automatic = new ArrayList<>();
        for (String pattern :
                List.of("terraform\\.tfvars", "terraform\\.tfvars\\.json", ".*\\.auto\\.tfvars(\\.json)?")) {
            values.getOrDefault(folder, List.of()).stream()
                    .filter(d -> name(d).matches(pattern))
                    .forEach(automatic::add);
        }
        return automatic;
    }

    private static String name(Document document) {
        String uri = document.file().uri();
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    @Nullable
    Folder get(String uri) {
        return folders.get(uri);
    }

    /** Where a module lies that was installed for a root module. */
    Optional<Folder> installed(String root, String callPath) {
        return Optional.ofNullable(installed.get(root + "\n" + callPath)).map(folders::get);
    }

    /** The folders that another one calls, or that were installed: they are no root modules. */
    Set<String> called() {
        Set<String> called = new HashSet<>(installed.values());
        for (Folder folder : folders.values()) {
            for (Hcl.Block call : folder.calls().values()) {
                Folder.literal(call, "source")
                        .filter(Folders::isLocal)
                        .map(s -> resolve(folder.uri(), s))
                        .filter(target -> !target.equals(folder.uri()))
                        .ifPresent(called::add);
            }
        }
        return called;
    }

    static boolean isLocal(String source) {
        return source.startsWith("./") || source.startsWith("../") || source.equals(".") || source.equals("..");
    }

    static String parent(String uri) {
        int slash = uri.lastIndexOf('/');
        return slash < 0 ? "" : uri.substring(0, slash);
    }

    /** A relative path from a folder. */
    static String resolve(String folder, String path) {
        List<String> parts = new ArrayList<>();
        boolean absolute = folder.startsWith("/");
        for (String part : (folder + "/" + path).split("/")) {
            boolean up = part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..");
            if (up) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return (absolute ? "/" : "") + String.join("/", parts);
    }
}
