package io.github.ekslint.topology;

import static io.github.ekslint.model.Route.Target.INTERNET_GATEWAY;
import static io.github.ekslint.topology.Given.observed;
import static io.github.ekslint.topology.Given.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
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

class LoadBalancerRequestsTest {

    private static final int ADDRESSES = 8;

    @Test
    void whereNoObjectIsKnownOneOpenRequestStandsForAll() {
        RequestedLoadBalancer any = derive(estate(true)).get(0);

        assertThat(any.openEnd()).isTrue();
        assertThat(any.existence().isUnknown()).isTrue();
        assertThat(Given.commands(any.inTree())).containsExactly("kubectl get svc,ingress,ingressclass -A -o json");
    }

    @Test
    void recordedObjectsWithoutARequestAskForNothing() {
        assertThat(derive(estate(true).fact(object("Service", "kubernetes", "default", "ClusterIP", Map.of()))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"internal, TRUE", "internet-facing, FALSE"})
    void anIngressNeedsSubnetsOfItsSchemeInTwoZones(String scheme, Logic enough) {
        RequestedLoadBalancer balancer = only(estate(true).fact(ingress(Map.of("scheme", scheme))));

        assertThat(balancer.kindExists().isTrue()).isTrue();
        assertThat(balancer.enoughSubnets(ADDRESSES).logic()).isEqualTo(enough);
    }

    @Test
    void aNetworkLoadBalancerNeedsOneSubnet() {
        assertThat(only(estate(true).fact(service(Map.of("scheme", "internet-facing"))))
                        .enoughSubnets(ADDRESSES)
                        .isTrue())
                .isTrue();
    }

    @Test
    void subnetsWithFewAddressesDoNotCount() {
        Truth enough = only(estate(true).fact(ingress(Map.of()))).enoughSubnets(300);

        assertThat(enough.isFalse()).isTrue();
    }

    @Test
    void aVpcWhoseSubnetsAreNotAllListedMayHaveMore() {
        Truth enough = only(estate(false).fact(ingress(Map.of("scheme", "internet-facing"))))
                .enoughSubnets(ADDRESSES);

        assertThat(Given.commands(enough))
                .containsExactly("aws ec2 describe-subnets --filters Name=vpc-id,Values=vpc-1 --output json");
    }

    @ParameterizedTest
    @CsvSource({"'subnet-a,subnet-b', TRUE", "subnet-a, FALSE", "'subnet-a, subnet-x', UNKNOWN"})
    void namedSubnetsAreTheOnlyOnes(String named, Logic enough) {
        assertThat(only(estate(true).fact(ingress(Map.of("subnets", named))))
                        .enoughSubnets(ADDRESSES)
                        .logic())
                .isEqualTo(enough);
    }

    @Test
    void anInternetFacingOneInNamedPrivateSubnetsIsNotReached() {
        RequestedLoadBalancer balancer =
                only(estate(true).fact(ingress(Map.of("scheme", "internet-facing", "subnets", "subnet-a,subnet-b"))));

        assertThat(balancer.kindExists().isFalse()).isTrue();
    }

    @Test
    void aServiceThatNobodyClaimsIsForTheControllerBuiltIn() {
        RequestedLoadBalancer balancer =
                only(estate(true).fact(object("Service", "checkout", "shop", "LoadBalancer", Map.of())));

        assertThat(balancer.internetFacing().isTrue()).isTrue();
        assertThat(balancer.byDefault().isTrue()).isTrue();
    }

    @Test
    void aNamespaceMayBeMeantForTheInternet() {
        Given given = estate(true).fact(object("Service", "checkout", "shop", "LoadBalancer", Map.of()));
        Exposure exposure = new Exposures()
                .derive(
                        given.estate(),
                        new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty()))
                .findFirst()
                .orElseThrow();

        assertThat(exposure.toInternet().isTrue()).isTrue();
        assertThat(exposure.mayBePublic(List.of("ingress"), "exposure=public").isFalse())
                .isTrue();
        assertThat(exposure.mayBePublic(List.of("shop"), "exposure=public").isTrue())
                .isTrue();
    }

    /** Private subnets in zones a and b, a public one in zone a. */
    private static Given estate(boolean listed) {
        return new Given()
                .clusterOn("eu-west-1", "subnet-a", "subnet-b")
                .fact(new Vpc(
                        "Vpc/vpc-1",
                        Given.PLACE,
                        Truth.yes(),
                        null,
                        Attributes.builder()
                                .set(Vpc.VPC_ID, observed("vpc-1"))
                                .set(Vpc.ROUTE_TABLES_LISTED, observed(true))
                                .set(Vpc.SUBNETS_LISTED, observed(listed))
                                .build()))
                .subnet("subnet-a", subnet("eu-west-1a"))
                .subnet("subnet-b", subnet("eu-west-1b"))
                .subnet("subnet-p", subnet("eu-west-1a"))
                .routeTable("rtb-1", true, List.of("subnet-a", "subnet-b"))
                .routeTable("rtb-2", false, List.of("subnet-p"), route("0.0.0.0/0", INTERNET_GATEWAY, "igw-1"));
    }

    private static Attributes.Builder subnet(String zone) {
        return Given.with(Subnet.AVAILABILITY_ZONE, zone)
                .set(Subnet.AVAILABLE_IP_ADDRESS_COUNT, observed(200))
                .set(Subnet.TAGS, observed(Tags.NONE));
    }

    private static Workload ingress(Map<String, String> annotations) {
        return object("Ingress", "web", "shop", "", annotations);
    }

    private static Workload service(Map<String, String> annotations) {
        return object("Service", "web", "shop", "LoadBalancer", annotations);
    }

    private static Workload object(
            String kind, String name, String namespace, String type, Map<String, String> annotations) {
        boolean ingress = kind.equals("Ingress");
        String prefix = ingress ? "alb.ingress.kubernetes.io/" : "service.beta.kubernetes.io/aws-load-balancer-";
        Map<String, Value<String>> all = new LinkedHashMap<>();
        annotations.forEach((k, v) -> all.put(prefix + k, observed(v)));
        return new Workload(
                "Workload/" + kind + "/" + name,
                Given.PLACE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Workload.OBJECT_KIND, observed(kind))
                        .set(Workload.NAME, observed(name))
                        .set(Workload.NAMESPACE, observed(namespace))
                        .set(Workload.SERVICE_TYPE, observed(type))
                        .set(Workload.LABELS, observed(Tags.NONE))
                        .set(Workload.LOAD_BALANCER_CLASS, Value.absent(Given.PLACE))
                        .set(Workload.INGRESS_CLASS_NAME, ingress ? observed("alb") : Value.absent(Given.PLACE))
                        .set(Workload.ANNOTATIONS, observed(new Tags(all, true)))
                        .build());
    }

    private static RequestedLoadBalancer only(Given given) {
        return derive(given).get(0);
    }

    private static List<RequestedLoadBalancer> derive(Given given) {
        return new LoadBalancerRequests()
                .derive(
                        given.estate(),
                        new Circumstances(TestReferenceData.data(), LocalDate.of(2026, 11, 22), Optional.empty()))
                .toList();
    }
}
