package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedAccess;
import io.github.ekslint.reference.ZoneName;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clusters
 * (<a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html">AWS::EKS::Cluster</a>),
 * also those of the CDK's and the Quick Start's own resource types.
 */
final class Clusters {

    static final String CLUSTER = "AWS::EKS::Cluster";
    static final String CDK = "Custom::AWSCDK-EKS-Cluster";
    static final String QUICK_START = "AWSQS::EKS::Cluster";

    private final StackResources resources;

    private Clusters(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        Clusters clusters = new Clusters(resources);
        resources.of(CLUSTER, CDK, QUICK_START).forEach(clusters::read);
    }

    private void read(Resource resource) {
        Props props = resource.is(CDK) ? resource.properties().child("Config") : resource.properties();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder();
        Value<String> name = Props.or(
                props.text("Name"),
                new Value.Unresolved<>("CloudFormation makes the name up", List.of(at), List.of(), null, null));
        attributes.set(Cluster.NAME, name).set(Cluster.REGION, region(resource));
        resource.stack()
                .environment()
                .account()
                .ifPresent(a -> attributes.set(Cluster.ACCOUNT_ID, Value.explicit(a, at)));
        version(props, resource.stack(), attributes);
        network(props, resource, attributes);
        access(props, attributes);
        features(props, attributes);
        attributes
                .set(Cluster.TAGS, props.tagsOrNone("Tags"))
                .set(Cluster.CONNECTED, Value.byDefault(false, Props.AWS, at));
        if (!resources
                        .naming(resource.key(), "Url", "AWS::IAM::OIDCProvider", "Custom::AWSCDKOpenIdConnectProvider")
                        .isEmpty()
                || hasOidcProvider(resource)) {
            attributes.set(Cluster.OIDC_PROVIDER, Value.explicit(true, at));
        }
        resources.clusters().add(resource.key(), name.known());
        resources.add(new Cluster(resource.key(), at, resource.existence(), resource.key(), attributes.build()));
    }

    private boolean hasOidcProvider(Resource cluster) {
        return resources.of("AWS::IAM::OIDCProvider", "Custom::AWSCDKOpenIdConnectProvider").stream()
                .map(r -> r.properties().datum("Url"))
                .anyMatch(d -> d instanceof Datum.Text text
                        && text.target() != null
                        && text.target().key().equals(cluster.key()));
    }

    /** What the user or the CDK says; else what the names of the template's zones tell. */
    private Value<String> region(Resource resource) {
        Place at = resource.place();
        Optional<String> said = resource.stack().environment().region();
        if (said.isPresent()) {
            return Value.explicit(said.get(), at);
        }
        return resources.of(Vpcs.SUBNET).stream()
                .flatMap(s -> s.properties().text("AvailabilityZone").stream())
                .filter(z -> z instanceof Value.Known<String>)
                .map(z -> z.flatMap(name -> ZoneName.parse(name)
                        .map(parsed -> z.map(n -> parsed.region()))
                        .orElseGet(() -> unknownRegion(at))))
                .filter(r -> r.known().isPresent())
                .findFirst()
                .orElseGet(() -> unknownRegion(at));
    }

    private static Value<String> unknownRegion(Place at) {
        return Value.unresolved(
                "the Region is known only when the stack is deployed",
                List.of(at),
                Settlement.parameter("AWS::Region"));
    }

    private static void version(Props props, Stack stack, Attributes.Builder attributes) {
        Optional<Value<String>> written = props.text("Version");
        written.ifPresent(v -> attributes.set(Cluster.VERSION, v));
        if (written.isEmpty()) {
            attributes.set(
                    Cluster.VERSION,
                    Value.unresolved(
                            "Version is not set, so AWS takes its default version when the cluster is created",
                            List.of(props.at()),
                            Settlement.command("aws eks describe-cluster --name {cluster} --output json")));
        }
        Datum datum = props.datum("Version");
        if (datum instanceof Datum.Text text && text.known() != null) {
            boolean number = text.places().stream().anyMatch(p -> Scalars.at(stack, p)
                    .filter(s -> s.kind() == Node.Scalar.Kind.FLOAT || s.kind() == Node.Scalar.Kind.INTEGER)
                    .isPresent());
            attributes.set(Cluster.VERSION_IS_TEXT, Value.explicit(!number, props.place("Version")));
        } else {
            attributes.set(Cluster.VERSION_IS_TEXT, Value.absent(props.at()));
        }
    }

    private void network(Props props, Resource resource, Attributes.Builder attributes) {
        Props vpc = props.child("ResourcesVpcConfig");
        Listing<Ref> subnets = vpc.refs("SubnetIds").orElseGet(() -> Listing.absent(vpc.at()));
        attributes
                .set(Cluster.SUBNET_IDS, subnets)
                .set(
                        Cluster.SECURITY_GROUP_IDS,
                        vpc.refs("SecurityGroupIds").orElseGet(() -> Listing.byDefault(List.of(), Props.AWS, vpc.at())))
                .set(
                        Cluster.CLUSTER_SECURITY_GROUP,
                        Value.byDefault(
                                new Ref(
                                        Value.unresolved("EKS creates it", List.of(resource.place())),
                                        Targets.clusterSecurityGroup(resource.key())),
                                Props.AWS,
                                resource.place()))
                .set(Cluster.ENDPOINT_PUBLIC_ACCESS, vpc.flagOr("EndpointPublicAccess", true))
                .set(Cluster.ENDPOINT_PRIVATE_ACCESS, vpc.flagOr("EndpointPrivateAccess", false))
                .set(Cluster.CONTROL_PLANE_EGRESS_MODE, vpc.textOr("ControlPlaneEgressMode", "AWS_MANAGED"));
        vpcOf(subnets).ifPresent(v -> attributes.set(Cluster.VPC, v));
        Props network = props.child("KubernetesNetworkConfig");
        Value<String> family = network.textOr("IpFamily", "ipv4");
        attributes.set(Cluster.IP_FAMILY, family);
        network.text("ServiceIpv4Cidr")
                .or(() -> network.text("ServiceIpv6Cidr"))
                .ifPresent(c -> attributes.set(Cluster.SERVICE_CIDR, c));
        attributes.set(
                Cluster.PUBLIC_ACCESS_CIDRS,
                ImpliedAccess.publicCidrs(vpc.texts("PublicAccessCidrs"), family, vpc.at()));
    }

    /** The VPC that the first cluster subnet of these stacks is in: the subnets name it. */
    private Optional<Value<Ref>> vpcOf(Listing<Ref> subnets) {
        return subnets.items().stream()
                .flatMap(s -> resources.byKey(s.key()).stream())
                .filter(r -> r.is(Vpcs.SUBNET))
                .flatMap(r -> r.properties().ref("VpcId").stream())
                .findFirst()
                .map(vpc -> vpc.flatMap(ref -> new Value.Known<>(ref, Provenance.EXPLICIT, "", subnets.places())));
    }

    private static void access(Props props, Attributes.Builder attributes) {
        Props access = props.child("AccessConfig");
        attributes
                .set(Cluster.AUTHENTICATION_MODE, access.textOr("AuthenticationMode", "CONFIG_MAP"))
                .set(
                        Cluster.BOOTSTRAP_CLUSTER_CREATOR_ADMIN_PERMISSIONS,
                        access.flagOr("BootstrapClusterCreatorAdminPermissions", true))
                .set(Cluster.ROLE_ARN, props.textOrAbsent("RoleArn"));
        Props.Children encryption = props.children("EncryptionConfig");
        Value<String> key = encryption.all().stream()
                .flatMap(c -> c.child("Provider").text("KeyArn").stream())
                .findFirst()
                .orElseGet(() -> encryption.rest() == null
                        ? Value.absent(props.at())
                        : new Value.Unresolved<>(
                                encryption.rest().why(),
                                encryption.rest().places(),
                                encryption.rest().settledBy(),
                                null,
                                null));
        attributes.set(Cluster.ENCRYPTION_KEY_ARN, key);
    }

    private static void features(Props props, Attributes.Builder attributes) {
        attributes
                .set(Cluster.LOGGING_TYPES, logging(props))
                .set(Cluster.SUPPORT_TYPE, props.child("UpgradePolicy").textOr("SupportType", "EXTENDED"))
                .set(Cluster.AUTO_MODE, props.child("ComputeConfig").flagOr("Enabled", false))
                .set(
                        Cluster.OUTPOST_ARNS,
                        props.child("OutpostConfig").texts("OutpostArns").orElseGet(() -> Listing.absent(props.at())))
                .set(Cluster.REMOTE_NODE_NETWORKS, remote(props, "RemoteNodeNetworks"))
                .set(Cluster.REMOTE_POD_NETWORKS, remote(props, "RemotePodNetworks"))
                .set(Cluster.DELETION_PROTECTION, props.flagOr("DeletionProtection", false))
                .set(Cluster.ZONAL_SHIFT, props.child("ZonalShiftConfig").flagOr("Enabled", false));
    }

    private static Listing<Value<String>> logging(Props props) {
        Optional<Listing<Value<String>>> quickStart = props.texts("EnabledClusterLoggingTypes");
        if (quickStart.isPresent()) {
            return quickStart.get();
        }
        Props logging = props.child("Logging");
        Datum written = logging.datum("ClusterLogging");
        if (written instanceof Datum.Nothing) {
            return Listing.byDefault(List.of(), Props.AWS, props.at());
        }
        if (written instanceof Datum.Items) {
            List<Value<String>> types = new ArrayList<>();
            for (Props entry : logging.children("ClusterLogging").all()) {
                if (entry.flag("Enabled").flatMap(Value::known).orElse(false)) {
                    entry.texts("Types").ifPresent(l -> types.addAll(l.items()));
                }
            }
            return Listing.explicit(types, logging.place("ClusterLogging"));
        }
        return logging.child("ClusterLogging").children("EnabledTypes").listing(t -> t.textOrAbsent("Type"));
    }

    private static Listing<Value<String>> remote(Props props, String key) {
        Props.Children networks = props.child("RemoteNetworkConfig").children(key);
        List<Value<String>> cidrs = new ArrayList<>();
        networks.all().forEach(n -> n.texts("Cidrs").ifPresent(l -> cidrs.addAll(l.items())));
        Listing<Value<String>> listing =
                networks.all().isEmpty() ? Listing.absent(networks.place()) : Listing.explicit(cidrs, networks.place());
        return networks.rest() == null ? listing : listing.withRest(networks.rest());
    }
}
