package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manifests of cloud assemblies, which say where the CDK's stacks will be deployed. */
record CdkManifests(Map<String, Stack.Environment> byTemplate) {

    private static final String STACK = "aws:cloudformation:stack";
    private static final Pattern ENVIRONMENT = Pattern.compile("aws://(\\d{12}|unknown-account)/([a-z0-9-]+)");

    static boolean is(Document document) {
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
        for (Document document : documents) {
            String uri = document.file().uri();
            String folder = uri.substring(0, uri.lastIndexOf('/') + 1);
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
        return new CdkManifests(environments);
    }

    Stack.Environment environment(String template) {
        return byTemplate.getOrDefault(template, Stack.Environment.AGNOSTIC);
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
