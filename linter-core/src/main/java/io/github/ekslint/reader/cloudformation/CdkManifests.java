package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the CDK writes beside its templates: where stacks will be deployed, and which files it uploads under which names.
 *
 * @param environments by the uri of the template
 * @param assets the uris of files by the name that they are uploaded under, in the folder of the assembly
 */
record CdkManifests(Map<String, Stack.Environment> environments, Map<String, String> assets) {

    private static final String STACK = "aws:cloudformation:stack";
    private static final Pattern ENVIRONMENT = Pattern.compile("aws://(\\d{12}|unknown-account)/([a-z0-9-]+)");

    static boolean is(Document document) {
        return isManifest(document) || !files(document).isEmpty();
    }

    private static boolean isManifest(Document document) {
        return document.root()
                .asMapping()
                .flatMap(m -> m.get("artifacts"))
                .flatMap(Node::asMapping)
                .filter(a -> a.entries().stream().anyMatch(e -> e.value()
                        .asMapping()
                        .flatMap(x -> x.text("type"))
                        .filter(STACK::equals)
                        .isPresent()))
                .isPresent();
    }

    static CdkManifests read(List<Document> documents) {
        Map<String, Stack.Environment> environments = new HashMap<>();
        Map<String, String> assets = new HashMap<>();
        for (Document document : documents) {
            String folder = folder(document.file().uri());
            files(document).forEach((name, path) -> assets.put(folder + name, folder + path));
            document.root()
                    .asMapping()
                    .flatMap(m -> m.get("artifacts"))
                    .flatMap(Node::asMapping)
                    .ifPresent(artifacts -> artifacts.entries().forEach(e -> e.value()
                            .asMapping()
                            .ifPresent(artifact -> artifact.at("properties", "templateFile")
                                    .flatMap(Node::asScalar)
                                    .ifPresent(file -> environments.put(
                                            folder + file.text(),
                                            parse(artifact.text("environment").orElse("")))))));
        }
        return new CdkManifests(environments, assets);
    }

    Stack.Environment environment(String template) {
        return environments.getOrDefault(template, Stack.Environment.AGNOSTIC);
    }

    /** The uri of the file that a template of the same assembly names by a URL, if the CDK uploads it. */
    Optional<String> asset(String template, String url) {
        return Optional.ofNullable(assets.get(folder(template) + url.substring(url.lastIndexOf('/') + 1)));
    }

    /** The files of an asset manifest by the last part of the name they are uploaded under; none in other documents. */
    private static Map<String, String> files(Document document) {
        Map<String, String> files = new HashMap<>();
        document.root()
                .asMapping()
                .filter(m -> m.get("version").isPresent())
                .flatMap(m -> m.get("files"))
                .flatMap(Node::asMapping)
                .ifPresent(all -> all.entries()
                        .forEach(e -> e.value().asMapping().ifPresent(file -> file.at("source", "path")
                                .flatMap(Node::asScalar)
                                .ifPresent(path -> destinations(file).forEach(name -> files.put(name, path.text()))))));
        return files;
    }

    private static Stream<String> destinations(Node.Mapping file) {
        return file.get("destinations").flatMap(Node::asMapping).stream()
                .flatMap(d -> d.entries().stream())
                .flatMap(e -> e.value().asMapping().flatMap(m -> m.text("objectKey")).stream())
                .map(key -> key.substring(key.lastIndexOf('/') + 1));
    }

    private static String folder(String uri) {
        return uri.substring(0, uri.lastIndexOf('/') + 1);
    }

    private static Stack.Environment parse(String written) {
        Matcher matcher = ENVIRONMENT.matcher(written);
        if (!matcher.matches()) {
            return Stack.Environment.AGNOSTIC;
        }
        return new Stack.Environment(
                Optional.of(matcher.group(2)).filter(r -> !r.equals("unknown-region")),
                Optional.of(matcher.group(1)).filter(a -> !a.equals("unknown-account")));
    }
}
