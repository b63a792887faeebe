package io.github.ekslint.topology;

import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import io.github.ekslint.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Service or Ingress that may let the internet in: by a load balancer, or by a port that it opens on every node.
 *
 * @param cluster the key of the cluster
 * @param object the Service or Ingress; one of which nothing is known where no objects are
 * @param byLoadBalancer whether its load balancer is reachable from the internet
 * @param byDefault whether it is so only because nothing says otherwise
 * @param byNodePort whether it opens a port on nodes in public subnets
 * @param existence whether there is such an object
 * @param displayName the object as a message names it
 */
public record Exposure(
        @Nullable String cluster,
        Workload object,
        Truth byLoadBalancer,
        Truth byDefault,
        Truth byNodePort,
        Truth existence,
        String displayName)
        implements Subject {

    /** Whether it lets the internet in. */
    public Truth toInternet() {
        return byLoadBalancer.or(byNodePort);
    }

    /**
     * Whether it lies in a namespace, or carries a label, that allows public exposure.
     *
     * @param namespaces those meant to be reached from the internet
     * @param label a label as {@code key=value}
     */
    public Truth mayBePublic(List<String> namespaces, String label) {
        String key = label.split("=", 2)[0].strip();
        String value = label.contains("=") ? label.split("=", 2)[1].strip() : "";
        return object.namespace()
                .is("namespace", namespaces::contains)
                .or(object.labels().flatMap((Tags t) -> t.get(key)).is(key, value::equals));
    }

    /** The namespace as a message shows it; {@code default} where none is written. */
    public String namespace() {
        return object.namespace() instanceof Value.Absent<String>
                ? "default"
                : object.namespace().shown();
    }

    @Override
    public String key() {
        return cluster + "/" + object.key();
    }

    @Override
    public Place place() {
        return object.place();
    }
}
