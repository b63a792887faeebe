package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return name.known().isPresent()
                ? SubnetTags.has(subnet, PREFIX + name.known().get())
                : has(1).and(name.is("name", n -> false));
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
        Truth found = Truth.any(clusterTags(tags.get()).entrySet().stream()
                .map(e -> e.getValue().is(e.getKey(), "owned"::equals))
                .toList());
        return tags.get().complete() ? found : found.or(incomplete());
    }

    /** The tags as a message shows them. */
    @Override
    public String toString() {
        return subnet.tags().known().map(ClusterTags::clusterTags).orElse(Map.of()).entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().shown())
                .collect(Collectors.joining(", "));
    }

    private Truth has(int count) {
        Optional<Tags> tags = subnet.tags().known();
        if (tags.isEmpty()) {
            return subnet.tags().is("tags", t -> false);
        }
        boolean enough = clusterTags(tags.get()).size() >= count;
        if (!enough && !tags.get().complete()) {
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

    private Truth incomplete() {
        return Truth.unknown("tags", "not all tags of " + subnet.displayName() + " are known", List.of(subnet.place()));
    }

    private static Map<String, Value<String>> clusterTags(Tags tags) {
        return tags.matching(key -> key.startsWith(PREFIX));
    }
}
