package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which version of which launch template a node group uses. Without a version it is the template's default version (<a
 * href="https://docs.aws.amazon.com/eks/latest/APIReference/API_LaunchTemplateSpecification.html">LaunchTemplateSpecification</a>).
 */
record LaunchTemplates(Estate estate) {

    private static final String LATEST = "$Latest";
    private static final String DEFAULT = "$Default";

    /** The launch template of a group in the version it uses; empty when that is not in the estate. */
    Optional<LaunchTemplate> of(NodeGroup group) {
        Optional<Ref> ref = group.launchTemplate().known();
        List<LaunchTemplate> versions = ref.map(this::versions).orElse(List.of());
        if (versions.isEmpty() || ref.map(Ref::key).isPresent()) {
            return versions.stream().findFirst();
        }
        Value<String> written = group.launchTemplateVersion();
        String wanted = written.known().orElse(written instanceof Value.Unresolved<String> ? "" : DEFAULT);
        Optional<LaunchTemplate> found =
                switch (wanted) {
                    case DEFAULT ->
                        versions.stream()
                                .filter(t -> t.defaultVersion().known().orElse(false))
                                .findFirst();
                    case LATEST ->
                        versions.stream().filter(t -> number(t).isPresent()).max(Comparator.comparing(t -> number(t)
                                .orElse(0)));
                    default ->
                        versions.stream()
                                .filter(t -> t.versionNumber()
                                        .known()
                                        .filter(wanted::equals)
                                        .isPresent())
                                .findFirst();
                };
        return found.or(() -> only(versions, wanted));
    }

    /** The same; where it is not in the estate, one of which nothing but the id or name is known. */
    LaunchTemplate orUnread(NodeGroup group, Ref ref) {
        return of(group)
                .orElseGet(() -> new LaunchTemplate(
                        "LaunchTemplate/" + ref.shown(),
                        group.launchTemplate().places().stream().findFirst().orElse(group.place()),
                        Truth.yes(),
                        group.cluster(),
                        Attributes.builder()
                                .set(LaunchTemplate.LAUNCH_TEMPLATE_ID, ref.id())
                                .build()));
    }

    /** What records the launch template of a group. */
    static List<Settlement> command(NodeGroup group) {
        return List.of(LaunchTemplate.describe(group.launchTemplate()
                .known()
                .flatMap(ref -> ref.id().known())
                .map(Settlement::word)
                .orElse("<launchTemplateId>")));
    }

    private List<LaunchTemplate> versions(Ref ref) {
        if (ref.key() != null) {
            return estate.byKey(LaunchTemplate.class, ref.key()).stream().toList();
        }
        Optional<String> wanted = ref.id().known();
        return estate.all(LaunchTemplate.class).stream()
                .filter(t -> wanted.isPresent()
                        && (t.id().known().equals(wanted)
                                || t.launchTemplateName().known().equals(wanted)))
                .toList();
    }

    /** A single version is the one that is used, unless it is known to be another. */
    private static Optional<LaunchTemplate> only(List<LaunchTemplate> versions, String wanted) {
        boolean named = !wanted.isEmpty() && !wanted.startsWith("$");
        List<LaunchTemplate> possible = versions.stream()
                .filter(t -> !named || t.versionNumber().known().isEmpty())
                .filter(t ->
                        !wanted.equals(DEFAULT) || t.defaultVersion().known().orElse(true))
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static Optional<Integer> number(LaunchTemplate template) {
        return template.versionNumber()
                .known()
                .filter(n -> n.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
