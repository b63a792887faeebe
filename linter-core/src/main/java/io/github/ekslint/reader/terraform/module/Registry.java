package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.SourceFile;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Modules of the public registry that are known from their documentation, since at commit time their source is not there. For
 * every major version there is a small module of our own beside this class, which says in Terraform what a call of it makes.
 */
final class Registry {

    /** How the uris of those modules begin, so that no file of a user is taken for one. */
    private static final String SHIPPED = "<registry>/";

    private static final Pattern SOURCE = Pattern.compile(
            "(?:registry\\.terraform\\.io/|registry\\.opentofu\\.org/)?(terraform-aws-modules/(?:eks|vpc|kms)/aws)(?://([a-z/-]+))?");
    /** The same modules by their repository: a tag is a version. */
    private static final Pattern REPOSITORY = Pattern.compile(
            "(?:git::)?(?:https://|ssh://)?(?:git@)?github\\.com[/:]terraform-aws-modules/terraform-aws-(eks|vpc|kms)(?:\\.git)?"
                    + "(?://([a-z/-]+))?(?:\\?(?:[^&]*&)*?ref=v?(\\d{1,4})\\.[0-9.]+(?:&.*)?)?");

    private static final Pattern VERSION = Pattern.compile("\\s*(=|~>)?\\s*v?(\\d{1,4})((?:\\.\\d{1,4}){0,2})\\s*");
    private static final Pattern BOUND =
            Pattern.compile("\\s*(>=|>|<=|<|!=|~>|=)\\s*v?(\\d{1,4})(?:\\.\\d{1,4}){0,2}\\s*");

    /** Module, major version, inner module. */
    private static final Pattern SHIPPED_URI =
            Pattern.compile(SHIPPED + "(terraform-aws-modules/\\w+/aws)/(\\d+)((?:/[a-z_-]+)*)");

    private static final Map<String, Optional<Folder>> FOLDERS = new ConcurrentHashMap<>();

    private Registry() {}

    /** The module of a registry address and a version constraint; empty when it, or its major version, is not known. */
    static Optional<Folder> find(String source, Optional<String> version) {
        Matcher repository = REPOSITORY.matcher(source);
        if (repository.matches()) {
            String inner = repository.group(2) == null ? "" : "/" + repository.group(2);
            return Optional.ofNullable(repository.group(3))
                    .flatMap(v ->
                            shipped(SHIPPED + "terraform-aws-modules/" + repository.group(1) + "/aws/" + v + inner));
        }
        Matcher address = SOURCE.matcher(source);
        Optional<Integer> major = version.flatMap(Registry::major);
        if (!address.matches() || major.isEmpty()) {
            return Optional.empty();
        }
        String inner = address.group(2) == null ? "" : "/" + address.group(2);
        return shipped(SHIPPED + address.group(1) + "/" + major.get() + inner);
    }

    /** The only major version that a constraint allows; empty when there are several. */
    static Optional<Integer> major(String constraint) {
        Optional<Integer> major = Optional.empty();
        Optional<Integer> atLeast = Optional.empty();
        Optional<Integer> below = Optional.empty();
        for (String part : constraint.split(",")) {
            Matcher exact = VERSION.matcher(part);
            Matcher bound = BOUND.matcher(part);
            if (exact.matches()
                    && !("~>".equals(exact.group(1)) && exact.group(3).isEmpty())) {
                major = Optional.of(Integer.parseInt(exact.group(2)));
            } else if (bound.matches() && bound.group(1).startsWith(">")) {
                atLeast = Optional.of(Integer.parseInt(bound.group(2)));
            } else if (bound.matches() && bound.group(1).equals("<")) {
                below = Optional.of(Integer.parseInt(bound.group(2)));
            }
        }
        boolean one = atLeast.isPresent() && below.isPresent() && below.get() == atLeast.get() + 1;
        return major.isPresent() || !one ? major : atLeast;
    }

    /** One of the modules that come with the linter. */
    static Optional<Folder> shipped(String uri) {
        return uri.startsWith(SHIPPED) ? FOLDERS.computeIfAbsent(uri, Registry::load) : Optional.empty();
    }

    /** What all versions share, and what one of them has for itself; a version that differs in all has no shared part. */
    private static Optional<Folder> load(String uri) {
        Matcher parts = SHIPPED_URI.matcher(uri);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String folder = parts.group(1) + parts.group(3) + "/";
        Optional<Document> alone = read(uri, folder + parts.group(2) + "/main.tf");
        Optional<Document> own = read(uri, folder + parts.group(2) + ".tf");
        Optional<Document> shared = alone.isPresent() ? alone : read(uri, folder + "main.tf");
        boolean isVersion =
                alone.isPresent() || own.isPresent() || !parts.group(3).isEmpty();
        if (shared.isEmpty() || !isVersion) {
            return Optional.empty();
        }
        Folder loaded = new Folder(uri);
        Stream.concat(own.stream(), shared.stream()).forEach(document -> loaded.add(document, (Hcl) document.root()));
        return Optional.of(loaded);
    }

    private static Optional<Document> read(String uri, String resource) {
        try (InputStream in = Registry.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            String name = uri + resource.substring(resource.lastIndexOf('/'));
            return Sources.parse(name, in.readAllBytes(), Limits.DEFAULT).documents().stream()
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean isShipped(Folder folder) {
        return folder.uri().startsWith(SHIPPED);
    }

    static boolean isShipped(SourceFile file) {
        return file.uri().startsWith(SHIPPED);
    }

    /** Why a module is not known. */
    static String why(Hcl.Block call, String source) {
        String name = call.label(0);
        if (Folders.isLocal(source)) {
            return "the source of module %s, %s, is not among the files".formatted(name, source);
        }
        Matcher address = SOURCE.matcher(source);
        Matcher repository = REPOSITORY.matcher(source);
        if (repository.matches() && repository.group(3) == null) {
            return "module %s names no version of %s".formatted(name, source);
        }
        if (!address.matches()) {
            return "the source of module %s, %s, is not there".formatted(name, source);
        }
        Optional<String> version = Folder.literal(call, "version");
        return version.isEmpty()
                ? "module %s names no version of %s".formatted(name, source)
                : "what version %s of %s makes is not known".formatted(version.get(), source);
    }
}
