package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A Kubernetes object that carries pods, a Service or an Ingress, or another object that rules look at. */
public record Workload(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE =
            "kubectl get deploy,ds,sts,job,cronjob,pdb,hpa,svc,ingress,ingressclass -A -o json";

    /** The API version. */
    public static final Attribute<Value<String>> API_VERSION = Attribute.value("apiVersion", DESCRIBE);

    /** {@code Deployment}, {@code Service}, {@code Ingress} … */
    public static final Attribute<Value<String>> OBJECT_KIND = Attribute.value("objectKind", DESCRIBE);

    /** The namespace. */
    public static final Attribute<Value<String>> NAMESPACE = Attribute.value("namespace", DESCRIBE);

    /** The name. */
    public static final Attribute<Value<String>> NAME = Attribute.value("name", DESCRIBE);

    /** The annotations. */
    public static final Attribute<Value<Tags>> ANNOTATIONS = Attribute.value("annotations", DESCRIBE);

    /** The labels. */
    public static final Attribute<Value<Tags>> LABELS = Attribute.value("labels", DESCRIBE);

    /** The images of its containers, init containers included. */
    public static final Attribute<Listing<Value<String>>> IMAGES = Attribute.list("images", DESCRIBE);

    /** The arguments of its containers. */
    public static final Attribute<Listing<Value<String>>> ARGS = Attribute.list("args", DESCRIBE);

    /** {@code LoadBalancer}, {@code NodePort}, …, of a Service. */
    public static final Attribute<Value<String>> SERVICE_TYPE = Attribute.value("serviceType", DESCRIBE);

    /** Of a Service. */
    public static final Attribute<Value<String>> LOAD_BALANCER_CLASS = Attribute.value("loadBalancerClass", DESCRIBE);

    /** Of an Ingress. */
    public static final Attribute<Value<String>> INGRESS_CLASS_NAME = Attribute.value("ingressClassName", DESCRIBE);

    /** The number of replicas asked for. */
    public static final Attribute<Value<Integer>> REPLICAS = Attribute.value("replicas", DESCRIBE);

    /** Whether its pods share the host's network. */
    public static final Attribute<Value<Boolean>> HOST_NETWORK = Attribute.value("hostNetwork", DESCRIBE);

    /** Of a PodDisruptionBudget, as written. */
    public static final Attribute<Value<String>> MAX_UNAVAILABLE = Attribute.value("maxUnavailable", DESCRIBE);

    /** Of a PodDisruptionBudget, as written. */
    public static final Attribute<Value<String>> MIN_AVAILABLE = Attribute.value("minAvailable", DESCRIBE);

    /** Of a webhook configuration: the Services that the API server calls. */
    public static final Attribute<Listing<WebhookService>> WEBHOOK_SERVICES = Attribute.list(
            "webhooks", "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o json");

    /** Of a Service. */
    public static final Attribute<Listing<ServicePort>> SERVICE_PORTS =
            Attribute.list("ports", "kubectl get services -A -o json");

    /** The ports its pods listen on. */
    public static final Attribute<Listing<ContainerPort>> CONTAINER_PORTS = Attribute.list("containerPorts", DESCRIBE);

    /** The labels that its pods carry. */
    public static final Attribute<Value<Tags>> POD_LABELS = Attribute.value("podLabels", DESCRIBE);

    /** The labels a PodDisruptionBudget or a Service asks for; not complete where it also has expressions. */
    public static final Attribute<Value<Tags>> SELECTOR = Attribute.value("selector", DESCRIBE);

    /** Over which topology keys its pods are spread, by a spread constraint or by anti-affinity. */
    public static final Attribute<Listing<Value<String>>> SPREAD_OVER = Attribute.list("spreadOver", DESCRIBE);

    /** Whether its pods tolerate every taint. */
    public static final Attribute<Value<Boolean>> TOLERATES_EVERYTHING =
            Attribute.value("toleratesEverything", DESCRIBE);

    /** Of a Pod: the name of the node it runs on. */
    public static final Attribute<Value<String>> NODE_NAME = Attribute.value("nodeName", DESCRIBE);

    /** Of a Pod: what made it, as {@code ReplicaSet/web-7d4b9c6f5}; absent when nobody keeps it running. */
    public static final Attribute<Value<String>> CONTROLLER = Attribute.value("controller", DESCRIBE);

    /** Of a PodDisruptionBudget: how many pods may be evicted now. */
    public static final Attribute<Value<Integer>> DISRUPTIONS_ALLOWED = Attribute.value("disruptionsAllowed", DESCRIBE);

    /** Of a PodDisruptionBudget: how many pods it covers now. */
    public static final Attribute<Value<Integer>> EXPECTED_PODS = Attribute.value("expectedPods", DESCRIBE);

    /** Of a HorizontalPodAutoscaler: what it scales, such as {@code Deployment/web}. */
    public static final Attribute<Value<String>> SCALE_TARGET = Attribute.value("scaleTarget", DESCRIBE);

    /** Of a HorizontalPodAutoscaler: the smallest number of replicas. */
    public static final Attribute<Value<Integer>> MIN_REPLICAS = Attribute.value("minReplicas", DESCRIBE);

    /** The API version. */
    public Value<String> apiVersion() {
        return get(API_VERSION);
    }

    /** {@code Deployment}, {@code Service}, {@code Ingress} … */
    public Value<String> objectKind() {
        return get(OBJECT_KIND);
    }

    /** The namespace. */
    public Value<String> namespace() {
        return get(NAMESPACE);
    }

    /** The name. */
    public Value<String> name() {
        return get(NAME);
    }

    /** The annotations. */
    public Value<Tags> annotations() {
        return get(ANNOTATIONS);
    }

    /** The labels. */
    public Value<Tags> labels() {
        return get(LABELS);
    }

    /** The images of its containers, init containers included. */
    public Listing<Value<String>> images() {
        return list(IMAGES);
    }

    /** The arguments of its containers. */
    public Listing<Value<String>> args() {
        return list(ARGS);
    }

    /** {@code LoadBalancer}, {@code NodePort}, …, of a Service. */
    public Value<String> serviceType() {
        return get(SERVICE_TYPE);
    }

    /** Of a Service. */
    public Value<String> loadBalancerClass() {
        return get(LOAD_BALANCER_CLASS);
    }

    /** Of an Ingress. */
    public Value<String> ingressClassName() {
        return get(INGRESS_CLASS_NAME);
    }

    /** The number of replicas asked for. */
    public Value<Integer> replicas() {
        return get(REPLICAS);
    }

    /** Whether its pods share the host's network. */
    public Value<Boolean> hostNetwork() {
        return get(HOST_NETWORK);
    }

    /** Of a PodDisruptionBudget, as written. */
    public Value<String> maxUnavailable() {
        return get(MAX_UNAVAILABLE);
    }

    /** Of a PodDisruptionBudget, as written. */
    public Value<String> minAvailable() {
        return get(MIN_AVAILABLE);
    }

    /** Of a webhook configuration: the Services that the API server calls. */
    public Listing<WebhookService> webhookServices() {
        return list(WEBHOOK_SERVICES);
    }

    /** Of a Service. */
    public Listing<ServicePort> servicePorts() {
        return list(SERVICE_PORTS);
    }

    /** The ports its pods listen on. */
    public Listing<ContainerPort> containerPorts() {
        return list(CONTAINER_PORTS);
    }

    /** The labels that its pods carry. */
    public Value<Tags> podLabels() {
        return get(POD_LABELS);
    }

    /** The labels a PodDisruptionBudget or a Service asks for; not complete where it also has expressions. */
    public Value<Tags> selector() {
        return get(SELECTOR);
    }

    /** Over which topology keys its pods are spread, by a spread constraint or by anti-affinity. */
    public Listing<Value<String>> spreadOver() {
        return list(SPREAD_OVER);
    }

    /** Whether its pods tolerate every taint. */
    public Value<Boolean> toleratesEverything() {
        return get(TOLERATES_EVERYTHING);
    }

    /** Of a Pod: the name of the node it runs on. */
    public Value<String> nodeName() {
        return get(NODE_NAME);
    }

    /** Of a Pod: what made it; absent when nobody keeps it running. */
    public Value<String> controller() {
        return get(CONTROLLER);
    }

    /** Of a PodDisruptionBudget: how many pods may be evicted now. */
    public Value<Integer> disruptionsAllowed() {
        return get(DISRUPTIONS_ALLOWED);
    }

    /** Of a PodDisruptionBudget: how many pods it covers now. */
    public Value<Integer> expectedPods() {
        return get(EXPECTED_PODS);
    }

    /** Of a HorizontalPodAutoscaler: what it scales, such as {@code Deployment/web}. */
    public Value<String> scaleTarget() {
        return get(SCALE_TARGET);
    }

    /** Of a HorizontalPodAutoscaler: the smallest number of replicas. */
    public Value<Integer> minReplicas() {
        return get(MIN_REPLICAS);
    }

    @Override
    public Workload with(Attributes others) {
        return new Workload(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return NAME;
    }
}
