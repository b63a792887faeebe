package io.github.ekslint.reader;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which version of a launch template a node group uses, where several are in an estate. */
final class TemplateVersions {

    private TemplateVersions() {}

    /** Points each node group at the version of its launch template, and leaves out versions that no group uses. */
    static List<Fact> resolved(List<Fact> facts) {
        Map<String, List<LaunchTemplate>> versions = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof LaunchTemplate template) {
                template.launchTemplateId().known().ifPresent(t -> versions.computeIfAbsent(t, x -> new ArrayList<>())
                        .add(template));
            }
        }
        Map<String, List<LaunchTemplate>> several = new HashMap<>(versions);
        several.values().removeIf(v -> v.size() < 2);
        Map<String, Boolean> used = new HashMap<>();
        List<Fact> result = new ArrayList<>();
        for (Fact fact : facts) {
            Optional<LaunchTemplate> template = fact instanceof NodeGroup group
                    ? group.launchTemplate()
                            .known()
                            .flatMap(r -> r.id().known())
                            .flatMap(t -> version(several.getOrDefault(t, List.of()), group.launchTemplateVersion()))
                    : Optional.empty();
            template.ifPresent(t -> used.put(t.key(), true));
            result.add(template.map(t -> pointingAt((NodeGroup) fact, t)).orElse(fact));
        }
        result.removeIf(f -> f instanceof LaunchTemplate template
                && !used.containsKey(f.key())
                && several.values().stream()
                        .anyMatch(v ->
                                v.contains(template) && v.stream().anyMatch(other -> used.containsKey(other.key()))));
        return result;
    }

    private static Fact pointingAt(NodeGroup group, LaunchTemplate template) {
        Value<Ref> pointed = group.launchTemplate().map(ref -> new Ref(ref.id(), template.key()));
        return group.with(Attributes.builder()
                .set(NodeGroup.LAUNCH_TEMPLATE, pointed)
                .build()
                .over(group.attributes(), true));
    }

    private static Optional<LaunchTemplate> version(List<LaunchTemplate> versions, Value<String> wanted) {
        String version = wanted.known().orElse("$Default");
        return switch (version) {
            case "$Default" ->
                versions.stream()
                        .filter(t -> t.defaultVersion().known().orElse(false))
                        .findFirst();
            case "$Latest" ->
                versions.stream()
                        .max(Comparator.comparingInt(t -> Integer.parseInt(t.versionNumber()
                                .known()
                                .filter(n -> n.matches("\\d{1,9}"))
                                .orElse("0"))));
            default ->
                versions.stream()
                        .filter(t -> t.versionNumber()
                                .known()
                                .filter(version::equals)
                                .isPresent())
                        .findFirst();
        };
    }
}
