package io.github.ekslint.reader.kubernetes;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.ContainerPort;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.ServicePort;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.WebhookService;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Objects that carry pods, Services, Ingresses and the like. */
final class Workloads {

    private static final int HTTPS = 443;

    private Workloads() {}

    /** The workload of an object. */
    static Workload workload(KubernetesObject object, Fields fields) {
        Attributes.Builder attributes = Attributes.builder();
        Fields metadata = fields.child("metadata").orElse(fields);
        Optional<Fields> spec = fields.child("spec");
        fields.text("apiVersion").ifPresent(v -> attributes.set(Workload.API_VERSION, v));
        attributes.set(Workload.OBJECT_KIND, fields.text("kind").orElseGet(() -> known(fields, object.kind())));
        metadata.text("name").ifPresent(v -> attributes.set(Workload.NAME, v));
        said(attributes, Workload.NAMESPACE, metadata.text("namespace"), metadata);
        attributes.set(Workload.ANNOTATIONS, known(metadata, annotations(metadata)));
        attributes.set(Workload.LABELS, known(metadata, metadata.tags("labels").orElse(Tags.NONE)));
        spec.ifPresent(s -> {
            switch (object.kind()) {
                case "Service" -> {
                    attributes.set(
                            Workload.SERVICE_TYPE,
                            s.text("type").orElseGet(() -> Value.byDefault("ClusterIP", "Kubernetes", s.place())));
                    said(attributes, Workload.LOAD_BALANCER_CLASS, s.text("loadBalancerClass"), s);
                    attributes.set(Workload.SERVICE_PORTS, listing(s, servicePorts(s)));
                    attributes.set(
                            Workload.SELECTOR, known(s, s.tags("selector").orElse(Tags.NONE)));
                }
                case "Ingress" -> said(attributes, Workload.INGRESS_CLASS_NAME, s.text("ingressClassName"), s);
                case "PodDisruptionBudget" -> {
                    said(attributes, Workload.MAX_UNAVAILABLE, s.text("maxUnavailable"), s);
                    said(attributes, Workload.MIN_AVAILABLE, s.text("minAvailable"), s);
                    attributes.set(Workload.SELECTOR, known(s, selector(s)));
                }
                case "Pod" -> {
                    said(attributes, Workload.NODE_NAME, s.text("nodeName"), s);
                    said(attributes, Workload.CONTROLLER, controller(metadata), metadata);
                }
                case "HorizontalPodAutoscaler" -> scaling(attributes, s);
                case "Deployment", "StatefulSet" ->
                    attributes.set(
                            Workload.REPLICAS,
                            s.integer("replicas").orElseGet(() -> Value.byDefault(1, "Kubernetes", s.place())));
                default -> {}
            }
        });
        if (object.kind().endsWith("WebhookConfiguration")) {
            attributes.set(Workload.WEBHOOK_SERVICES, listing(fields, webhookServices(fields)));
        } else if (object.kind().equals("APIService")) {
            List<WebhookService> called = spec.flatMap(s -> s.child("service")).flatMap(Workloads::called).stream()
                    .toList();
            attributes.set(Workload.WEBHOOK_SERVICES, listing(fields, called));
        }
        fields.child("status").ifPresent(status -> {
            status.integer("disruptionsAllowed").ifPresent(v -> attributes.set(Workload.DISRUPTIONS_ALLOWED, v));
            status.integer("expectedPods").ifPresent(v -> attributes.set(Workload.EXPECTED_PODS, v));
        });
        object.podSpec().flatMap(n -> fields.asFields(n, "spec")).ifPresent(pods -> {
            pods(attributes, pods);
            PodPlacement.read(attributes, pods);
            attributes.set(Workload.POD_LABELS, known(pods, podLabels(object, fields)));
        });
        String name = object.name().orElse("");
        String namespace = metadata.text("namespace")
                .flatMap(Value::known)
                .map(n -> n + "/")
                .orElse("");
        return new Workload(
                "Workload/" + object.kind() + "/" + namespace + name,
                fields.place(),
                Truth.yes(),
                null,
                attributes.build());
    }

    /** The annotations without the copy of the manifest that kubectl leaves there, which may hold secrets. */
    private static Tags annotations(Fields metadata) {
        Tags written = metadata.tags("annotations").orElse(Tags.NONE);
        Map<String, Value<String>> kept = new LinkedHashMap<>(written.values());
        kept.remove("kubectl.kubernetes.io/last-applied-configuration");
        return new Tags(kept, written.complete());
    }

    private static void pods(Attributes.Builder attributes, Fields pods) {
        attributes.set(
                Workload.HOST_NETWORK,
                pods.flag("hostNetwork").orElseGet(() -> Value.byDefault(false, "Kubernetes", pods.place())));
        List<Value<String>> images = new ArrayList<>();
        List<Value<String>> args = new ArrayList<>();
        containers(pods, "initContainers", (container, key) -> container
                .text("image")
                .ifPresent(images::add));
        List<ContainerPort> ports = new ArrayList<>();
        containers(pods, "containers", (container, key) -> {
            ports.addAll(containerPorts(container));
            container.text("image").ifPresent(images::add);
            words(container, "command").forEach(args::add);
            words(container, "args").forEach(args::add);
        });
        attributes.set(Workload.IMAGES, listing(pods, images));
        attributes.set(Workload.ARGS, listing(pods, args));
        attributes.set(Workload.CONTAINER_PORTS, listing(pods, ports));
    }

    /** The pods of a Service listen on its own port when it names no other. */
    private static List<ServicePort> servicePorts(Fields spec) {
        return spec.children("ports").stream()
                .flatMap(p -> p.integer("port").stream()
                        .map(port -> new ServicePort(
                                p.place(), port, p.text("targetPort").orElseGet(() -> port.map(String::valueOf)))))
                .toList();
    }

    /** A webhook with a URL has no Service; a Service is called on 443 when no port is named. */
    private static List<WebhookService> webhookServices(Fields configuration) {
        return configuration.children("webhooks").stream()
                .flatMap(w -> w.child("clientConfig").flatMap(c -> c.child("service")).stream())
                .flatMap(s -> called(s).stream())
                .toList();
    }

    private static Optional<WebhookService> called(Fields service) {
        return service.text("name")
                .map(name -> new WebhookService(
                        service.place(),
                        service.text("namespace").orElseGet(() -> Value.absent(service.place())),
                        name,
                        service.integer("port")
                                .orElseGet(() -> Value.byDefault(HTTPS, "Kubernetes", service.place()))));
    }

    private static List<ContainerPort> containerPorts(Fields container) {
        return container.children("ports").stream()
                .flatMap(p -> p.integer("containerPort").stream()
                        .map(port -> new ContainerPort(
                                p.place(), p.text("name").orElseGet(() -> Value.absent(p.place())), port)))
                .toList();
    }

    private static Optional<Value<String>> controller(Fields metadata) {
        return metadata.children("ownerReferences").stream()
                .filter(o -> o.flag("controller").flatMap(Value::known).orElse(false))
                .flatMap(o -> o.text("kind").flatMap(Value::known).stream()
                        .flatMap(kind -> o.text("name").stream().map(name -> name.map(n -> kind + "/" + n))))
                .findFirst();
    }

    private static Tags podLabels(KubernetesObject object, Fields fields) {
        return object.podMetadata()
                .flatMap(n -> fields.asFields(n, "metadata"))
                .flatMap(metadata -> metadata.tags("labels"))
                .orElse(Tags.NONE);
    }

    /** What pods a budget covers, by labels; expressions are not read. */
    private static Tags selector(Fields spec) {
        Optional<Fields> selector = spec.child("selector");
        boolean expressions = selector.filter(s -> s.has("matchExpressions")).isPresent();
        Tags labels = selector.flatMap(s -> s.tags("matchLabels")).orElse(Tags.NONE);
        return new Tags(labels.values(), labels.complete() && !expressions);
    }

    private static void scaling(Attributes.Builder attributes, Fields spec) {
        spec.child("scaleTargetRef").ifPresent(target -> {
            String kind = target.text("kind").flatMap(Value::known).orElse("");
            target.text("name").ifPresent(name -> attributes.set(Workload.SCALE_TARGET, name.map(n -> kind + "/" + n)));
        });
        attributes.set(
                Workload.MIN_REPLICAS,
                spec.integer("minReplicas").orElseGet(() -> Value.byDefault(1, "Kubernetes", spec.place())));
    }

    private static void containers(Fields pods, String key, BiConsumer<Fields, String> each) {
        if (pods.node(key).filter(n -> n instanceof Node.Sequence).isPresent()) {
            pods.children(key).forEach(c -> each.accept(c, key));
        }
    }

    private static List<Value<String>> words(Fields container, String key) {
        return container.texts(key).map(Listing::items).orElse(List.of());
    }

    private static <T> Listing<T> listing(Fields fields, List<T> items) {
        return new Listing<>(items, null, fields.provenance(), fields.origin(), List.of(fields.place()));
    }

    private static <T> Value<T> known(Fields fields, T value) {
        return new Value.Known<>(value, fields.provenance(), fields.origin(), List.of(fields.place()));
    }

    private static void said(
            Attributes.Builder attributes,
            Attribute<Value<String>> attribute,
            Optional<Value<String>> value,
            Fields enclosing) {
        Provenance provenance = enclosing.provenance();
        attributes.set(attribute, value.orElseGet(() -> new Value.Absent<>(provenance, List.of(enclosing.place()))));
    }
}
