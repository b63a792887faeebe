package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.ServicePort;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.WebhookService;
import io.github.ekslint.model.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The path from the control plane to the pods that serve admission webhooks and aggregated APIs. The API server calls pods on their own port, not on
 * that of their Service
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">EKS User Guide, security group
 * requirements</a>).
 */
final class Webhooks implements Derivation {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

    @Override
    public Stream<Webhook> derive(Estate estate, Circumstances circumstances) {
        List<Cluster> clusters = estate.all(Cluster.class);
        return estate.all(Workload.class).stream()
                .filter(w -> w.objectKind()
                        .known()
                        .filter(k -> k.endsWith("WebhookConfiguration") || k.equals("APIService"))
                        .isPresent())
                .flatMap(w -> clusters.stream()
                        .filter(c -> w.cluster() == null
                                ? clusters.size() == 1
                                : w.cluster().equals(c.key()))
                        .flatMap(c -> of(estate, c, w)));
    }

    private static Stream<Webhook> of(Estate estate, Cluster cluster, Workload configuration) {
        ClusterInterfaces interfaces = new ClusterInterfaces(estate, cluster);
        List<NodeGroup> groups = estate.all(NodeGroup.class).stream()
                .filter(g -> cluster.key().equals(g.cluster()))
                .toList();
        PodNodes pods = PodNodes.of(estate);
        Map<String, WebhookService> services = new LinkedHashMap<>();
        configuration.webhookServices().items().forEach(s -> services.putIfAbsent(shown(s), s));
        return services.entrySet().stream().map(e -> {
            WebhookService service = e.getValue();
            Optional<Integer> port = podPort(estate, service);
            Optional<Set<NodeGroup>> running = called(estate, service)
                    .flatMap(w -> pods.groupsBehind(w).stream())
                    .findFirst();
            List<PortPath> paths = port.stream()
                    .flatMap(p -> groups.stream()
                            .filter(g -> running.isEmpty() || running.get().contains(g))
                            .map(interfaces::nodes)
                            .map(n -> new PortPath(
                                    new Packet("tcp", p, NodeGroupTraffic.mayUseIpv6(cluster)),
                                    interfaces.controlPlane(),
                                    n)))
                    .toList();
            String missing = paths.stream()
                    .flatMap(p -> Stream.concat(
                            p.leaves().isFalse() ? Stream.of(p.egress()) : Stream.empty(),
                            p.enters().isFalse() ? Stream.of(p.ingress()) : Stream.empty()))
                    .findFirst()
                    .orElse("");
            return new Webhook(
                    cluster.key(),
                    configuration,
                    e.getKey(),
                    service.place(),
                    Truth.of(!groups.isEmpty()),
                    port.isEmpty()
                            ? portNotKnown(service, e.getKey())
                            : running.isPresent()
                                    ? Truth.all(
                                            paths.stream().map(PortPath::passes).toList())
                                    : onAnyNode(paths, service),
                    missing);
        });
    }

    /** Which nodes the pods run on is not known: only what holds for all node groups is decided. */
    private static Truth onAnyNode(List<PortPath> paths, WebhookService service) {
        List<Truth> each = paths.stream().map(PortPath::passes).toList();
        Truth all = Truth.all(each);
        if (!all.isFalse() || Truth.any(each).isFalse()) {
            return all;
        }
        return Truth.unknown(
                "nodes",
                "on which node group the pods of %s run is not known, and not all let the control plane in"
                        .formatted(service.name().shown()),
                List.of(service.place()),
                Settlement.command("kubectl get pods -A -o json"));
    }

    private static Truth portNotKnown(WebhookService service, String shown) {
        return Truth.unknown(
                "targetPort",
                "the port on which the pods of %s listen is not known".formatted(shown),
                List.of(service.place()),
                Settlement.command(Workload.SERVICE_PORTS.command()));
    }

    /** The target port of the Service; empty when the Service is not known, or names a port of containers that are not known. */
    private static Optional<Integer> podPort(Estate estate, WebhookService called) {
        return called(estate, called)
                .flatMap(service -> service.servicePorts().items().stream()
                        .filter(p -> p.port().known().equals(called.port().known()))
                        .map(ServicePort::targetPort)
                        .flatMap(t -> t.known().stream())
                        .flatMap(t -> NUMBER.matcher(t).matches()
                                ? Stream.of(Integer.valueOf(t))
                                : containerPort(estate, service, t).stream()))
                .findFirst();
    }

    private static Stream<Workload> called(Estate estate, WebhookService called) {
        return estate.all(Workload.class).stream()
                .filter(w -> is(w.objectKind(), "Service"))
                .filter(w -> w.name().known().equals(called.name().known())
                        && w.namespace().known().equals(called.namespace().known()));
    }

    /** The port of that name on the pods that a Service selects, where all that do agree. */
    private static Optional<Integer> containerPort(Estate estate, Workload service, String name) {
        List<Integer> ports = estate.all(Workload.class).stream()
                .filter(w -> w.namespace().known().equals(service.namespace().known()))
                .filter(w -> PodNodes.carries(w, service.selector()))
                .flatMap(w -> w.containerPorts().items().stream())
                .filter(p -> is(p.name(), name))
                .flatMap(p -> p.port().known().stream())
                .distinct()
                .toList();
        return ports.size() == 1 ? Optional.of(ports.get(0)) : Optional.empty();
    }

    private static String shown(WebhookService service) {
        return "%s/%s:%s"
                .formatted(
                        service.namespace().shown(),
                        service.name().shown(),
                        service.port().known().map(String::valueOf).orElse("?"));
    }

    private static boolean is(Value<String> value, String text) {
        return value.known().filter(text::equals).isPresent();
    }
}
