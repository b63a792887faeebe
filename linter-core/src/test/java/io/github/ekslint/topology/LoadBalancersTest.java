package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import io.github.ekslint.reference.TestReferenceData;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadBalancersTest {

    private static final String SERVICE = "service.beta.kubernetes.io/aws-load-balancer-";
    private static final Workload KUBERNETES =
            object("Service", "default", "kubernetes").service("ClusterIP");
    private static final Workload COREDNS =
            object("Deployment", "kube-system", "coredns").build();

    @Test
    void withoutRecordedObjectsNothingIsKnown() {
        LoadBalancing balancing = of(false);

        assertThat(balancing.wanted().isUnknown()).isTrue();
        assertThat(Given.commands(balancing.wanted()))
                .containsExactly(
                        "kubectl -n kube-system get deploy aws-load-balancer-controller -o json",
                        "kubectl get svc,ingress,ingressclass -A -o json");
        assertThat(balancing.discovers().isTrue()).isTrue();
    }

    @Test
    void recordedObjectsWithoutAControllerOrARequestWantNothing() {
        assertThat(of(false, KUBERNETES, COREDNS).unwanted().isTrue()).isTrue();
    }

    @Test
    void autoModeMakesLoadBalancersAndNeedsTags() {
        LoadBalancing balancing = of(true, KUBERNETES, COREDNS);

        assertThat(balancing.wanted().isTrue()).isTrue();
        assertThat(balancing.tagsNeeded().isTrue()).isTrue();
        assertThat(balancing.internalNeedsTags().isFalse()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "v2.1.1, TRUE, TRUE",
        "v2.4.1, TRUE, FALSE",
        "v2.12.0, TRUE, FALSE",
        "v2.12.1, FALSE, FALSE",
        "v3.0.0, FALSE, FALSE",
        "latest, UNKNOWN, UNKNOWN",
    })
    void theVersionOfTheControllerDecidesWhichTagsItNeeds(String version, Logic roleTags, Logic clusterTag) {
        LoadBalancing balancing = of(false, controller(version), KUBERNETES, internalService());

        assertThat(balancing.tagsNeeded().logic()).isEqualTo(roleTags);
        assertThat(balancing.oldClusterTag().logic()).isEqualTo(clusterTag);
        assertThat(balancing.internalNeedsTags().isTrue()).isEqualTo(roleTags == Logic.TRUE);
    }

    @Test
    void aClosedFeatureGateNeedsTagsToo() {
        Workload controller = controller(
                "v2.13.4",
                "--cluster-name=c",
                "--feature-gates=ALBSingleSubnet=true,SubnetDiscoveryByReachability=false");

        assertThat(of(false, controller).tagsNeeded().isTrue()).isTrue();
    }

    @Test
    void theSchemeSaysWhichSubnetsAreWanted() {
        LoadBalancing internal = of(false, KUBERNETES, internalService());
        LoadBalancing both = of(
                false,
                KUBERNETES,
                internalService(),
                object("Ingress", "shop", "web")
                        .annotation("alb.ingress.kubernetes.io/scheme", "internet-facing")
                        .set(Workload.INGRESS_CLASS_NAME, "alb")
                        .build());

        assertThat(internal.internal().isTrue()).isTrue();
        assertThat(internal.internetFacing().isFalse()).isTrue();
        assertThat(both.internetFacing().isTrue()).isTrue();
    }

    @Test
    void theControllerBuiltIntoKubernetesMakesThemInternetFacing() {
        Workload plain = object("Service", "shop", "checkout").service("LoadBalancer");
        Workload annotated = object("Service", "shop", "checkout")
                .annotation(SERVICE + "internal", "true")
                .service("LoadBalancer");

        assertThat(of(false, KUBERNETES, plain).internetFacing().isTrue()).isTrue();
        assertThat(of(false, KUBERNETES, annotated).internal().isTrue()).isTrue();
    }

    @Test
    void anIngressOfAnotherClassAsksForNothing() {
        Workload nginx = object("Ingress", "shop", "web")
                .set(Workload.INGRESS_CLASS_NAME, "nginx")
                .build();

        assertThat(of(false, KUBERNETES, COREDNS, nginx).unwanted().isTrue()).isTrue();
    }

    @Test
    void whereEveryLoadBalancerNamesItsSubnetsNoneIsLookedFor() {
        Workload named = object("Service", "shop", "checkout")
                .annotation(SERVICE + "scheme", "internal")
                .annotation(SERVICE + "subnets", "subnet-1,subnet-2")
                .service("LoadBalancer");

        assertThat(of(false, KUBERNETES, named).discovers().isFalse()).isTrue();
        assertThat(of(false, named).discovers().isUnknown()).isTrue();
        assertThat(of(false, KUBERNETES, named, internalService()).discovers().isTrue())
                .isTrue();
    }

    private static LoadBalancing of(boolean autoMode, Workload... objects) {
        Given given = new Given()
                .cluster(Attributes.builder()
                        .set(Cluster.AUTO_MODE, Value.explicit(autoMode, Given.PLACE))
                        .build());
        for (Workload object : objects) {
            given.fact(object);
        }
        Circumstances circumstances =
                new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty());
        return new LoadBalancers()
                .derive(given.estate(), circumstances)
                .findFirst()
                .orElseThrow();
    }

    private static Workload controller(String version, String... args) {
        return object("Deployment", "kube-system", "aws-load-balancer-controller")
                .list(Workload.IMAGES, "public.ecr.aws/eks/aws-load-balancer-controller:" + version)
                .list(Workload.ARGS, args)
                .build();
    }

    private static Workload internalService() {
        return object("Service", "shop", "orders")
                .annotation(SERVICE + "scheme", "internal")
                .set(Workload.LOAD_BALANCER_CLASS, "service.k8s.aws/nlb")
                .service("LoadBalancer");
    }

    private static Manifest object(String kind, String namespace, String name) {
        return new Manifest(kind, namespace, name);
    }

    private static final class Manifest {
        private final String key;
        private final Map<String, Value<String>> annotations = new LinkedHashMap<>();
        private final Attributes.Builder attributes;

        Manifest(String kind, String namespace, String name) {
            key = kind + "/" + namespace + "/" + name;
            attributes = Given.with(Workload.OBJECT_KIND, kind)
                    .set(Workload.NAMESPACE, Given.observed(namespace))
                    .set(Workload.NAME, Given.observed(name))
                    .set(Workload.LABELS, Given.observed(Tags.NONE))
                    .set(Workload.INGRESS_CLASS_NAME, Value.absent(Given.PLACE))
                    .set(Workload.LOAD_BALANCER_CLASS, Value.absent(Given.PLACE));
        }

        Manifest annotation(String name, String value) {
            annotations.put(name, Given.observed(value));
            return this;
        }

        Manifest set(Attribute<Value<String>> attribute, String value) {
            attributes.set(attribute, Given.observed(value));
            return this;
        }

        Manifest list(Attribute<Listing<Value<String>>> attribute, String... values) {
            attributes.set(
                    attribute,
                    Listing.observed(
                            List.of(values).stream().map(Given::observed).toList(), "a recording", Given.PLACE));
            return this;
        }

        Workload service(String type) {
            return set(Workload.SERVICE_TYPE, type).build();
        }

        Workload build() {
            attributes.set(Workload.ANNOTATIONS, Given.observed(new Tags(annotations, true)));
            return new Workload(key, Given.PLACE, Truth.yes(), null, attributes.build());
        }
    }
}
