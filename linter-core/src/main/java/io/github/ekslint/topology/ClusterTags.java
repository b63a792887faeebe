package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tags {@code kubernetes.io/cluster/<name>} of a subnet
 * (<a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/">AWS Load Balancer
 * Controller, subnet discovery</a>).
 *
 * @param name the name of the cluster that looks at them
 */
public record ClusterTags(Subnet subnet, Value<String> name) {

    private static final String PREFIX = "kubernetes.io/cluster/";

    /** Whether the subnet carries the tag of this cluster; without any tag of a cluster it does not, whatever the name is. */
    public Truth own() {
        List<Truth> each = new ArrayList<>();
        each.add(
                name.known().isPresent()
                        ? SubnetTags.has(subnet, PREFIX + name.known().get())
                        : has(1).and(name.is("name", n -> false)));
        partly().forEach(p -> each.add(Value.same("name", name, p.rest())));
        return Truth.any(each);
    }

    /** Whether the subnet carries tags of clusters, but not that of this one, so that its controller passes it by. */
    public Truth hide() {
        return has(1).and(own().not());
    }

    /** Whether the subnet carries the tags of several clusters. */
    public Truth ofSeveral() {
        return has(2);
    }

    /** Whether one of the tags claims the subnet for a single cluster. */
    public Truth owned() {
        Optional<Tags> tags = subnet.tags().known();
        if (tags.isEmpty()) {
            return subnet.tags().is("tags", t -> false);
        }
        List<Truth> each = new ArrayList<>();
        clusterTags(tags.get()).forEach((key, value) -> each.add(value.is(key, "owned"::equals)));
        partly().forEach(p -> each.add(p.value().is(p.prefix(), "owned"::equals)));
        Truth found = Truth.any(each);
        return tags.get().complete() ? found : found.or(incomplete());
    }

    /** The tags as a message shows them. */
    @Override
    public String toString() {
        return Stream.concat(
                        subnet.tags().known().map(ClusterTags::clusterTags).orElse(Map.of()).entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue().shown()),
                        partly().stream()
                                .map(p -> p.prefix()
                                        + p.rest().shown()
                                        + "="
                                        + p.value().shown()))
                .collect(Collectors.joining(", "));
    }

    private Truth has(int count) {
        Optional<Tags> tags = subnet.tags().known();
        if (tags.isEmpty()) {
            return subnet.tags().is("tags", t -> false);
        }
        int known = clusterTags(tags.get()).size();
        int most = known + partly().size();
        boolean enough = Math.max(known, Math.min(1, most)) >= count;
        if (!enough && (!tags.get().complete() || most >= count)) {
            return incomplete();
        }
        String shown = toString();
        return Truth.of(
                Logic.of(enough),
                List.of(Ground.fact(
                        "tags",
                        "%s has %s".formatted(subnet.displayName(), shown.isEmpty() ? "no tag of a cluster" : shown),
                        subnet.tags().places())));
    }

    /** Tags of clusters whose names are not known. */
    private List<Tags.Partly> partly() {
        return subnet.tags().known().map(Tags::partly).orElse(List.of()).stream()
                .filter(p -> p.prefix().equals(PREFIX))
                .toList();
    }

    private Truth incomplete() {
        return Truth.unknown("tags", "not all tags of " + subnet.displayName() + " are known", List.of(subnet.place()));
    }

    private static Map<String, Value<String>> clusterTags(Tags tags) {
        return tags.matching(key -> key.startsWith(PREFIX));
    }
}
