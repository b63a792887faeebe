package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Arn;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.implied.ImpliedAccess;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * Clusters
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster">aws_eks_cluster</a>).
 */
final class Clusters {

    static final String CLUSTER = "aws_eks_cluster";

    private final TfResources resources;

    private Clusters(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        Clusters clusters = new Clusters(resources);
        resources.of(CLUSTER).forEach(clusters::read);
        resources.data(CLUSTER).stream().filter(clusters::isUsed).forEach(clusters::read);
    }

    /** Whether something that this configuration makes belongs to a cluster that a data source found, and that is not its own. */
    private boolean isUsed(TfResource found) {
        Optional<String> name = found.attributes().text("name").flatMap(Value::known);
        boolean known = name.isPresent()
                && found.attributes().has("version")
                && found.attributes().has("arn");
        return known
                && resources.clusters().isElsewhere(name.get())
                && resources.of("aws_eks_node_group", "aws_eks_fargate_profile", "aws_eks_addon").stream()
                        .flatMap(r -> r.attributes().text("cluster_name").flatMap(Value::known).stream())
                        .anyMatch(name.get()::equals);
    }

    private void read(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes.Builder attributes = Attributes.builder();
        Value<String> name =
                Props.or(props.text("name"), Value.unresolved("the name is known only after the apply", List.of(at)));
        Optional<Arn> arn = props.text("arn").flatMap(Value::known).flatMap(Arn::parse);
        attributes.set(Cluster.NAME, name).set(Cluster.REGION, region(resource, arn));
        props.text("arn").filter(v -> v.known().isPresent()).ifPresent(v -> attributes.set(Cluster.ARN, v));
        arn.flatMap(Arn::account)
                .or(resources::account)
                .ifPresent(a -> attributes.set(Cluster.ACCOUNT_ID, Value.explicit(a, at)));
        version(props, attributes);
        network(props, resource, attributes);
        access(props, attributes);
        features(props, attributes);
        attributes.set(Cluster.TAGS, resource.tags()).set(Cluster.CONNECTED, Value.byDefault(false, Props.AWS, at));
        if (hasOidcProvider(resource)) {
            attributes.set(Cluster.OIDC_PROVIDER, Value.explicit(true, at));
        }
        resources.clusters().add(resource.key(), name.known());
        Attributes said = attributes.build();
        resources.add(new Cluster(
                resource.key(),
                at,
                resource.existence(),
                resource.key(),
                resource.mode() == TfResource.Mode.DATA ? said.withoutDefaults() : said));
    }

    private Value<String> region(TfResource resource, Optional<Arn> arn) {
        Place at = resource.place();
        Optional<String> ofArn = arn.flatMap(Arn::region);
        return ofArn.<Value<String>>map(r -> Value.explicit(r, at))
                .or(() -> resources.region(resource))
                .orElseGet(() -> Value.unresolved(
                        "the Region of the provider is not known", List.of(at), Settlement.parameter("region")));
    }

    private static void version(Props props, Attributes.Builder attributes) {
        Datum datum = props.datum("version");
        attributes.set(
                Cluster.VERSION,
                Props.or(
                        props.text("version"),
                        Value.unresolved(
                                "version is not set, so AWS takes its default version when the cluster is created",
                                List.of(props.at()),
                                Settlement.command("aws eks describe-cluster --name {cluster} --output json"))));
        boolean text = Texts.known(datum) != null;
        attributes.set(
                Cluster.VERSION_IS_TEXT,
                text ? Value.explicit(true, props.place("version")) : Value.absent(props.at()));
    }

    private void network(Props props, TfResource resource, Attributes.Builder attributes) {
        Props vpc = props.block("vpc_config");
        Listing<Ref> subnets = vpc.refs("subnet_ids").orElseGet(() -> Listing.absent(vpc.at()));
        attributes
                .set(Cluster.SUBNET_IDS, subnets)
                .set(
                        Cluster.SECURITY_GROUP_IDS,
                        vpc.refs("security_group_ids")
                                .orElseGet(() -> Listing.byDefault(List.of(), Props.AWS, vpc.at())))
                .set(Cluster.CLUSTER_SECURITY_GROUP, clusterGroup(vpc, resource))
                .set(Cluster.ENDPOINT_PUBLIC_ACCESS, vpc.flagOr("endpoint_public_access", true))
                .set(Cluster.ENDPOINT_PRIVATE_ACCESS, vpc.flagOr("endpoint_private_access", false))
                .set(Cluster.CONTROL_PLANE_EGRESS_MODE, vpc.textOr("control_plane_egress_mode", "AWS_MANAGED"));
        vpcOf(subnets)
                .or(() -> vpc.ref("vpc_id").filter(v -> v.known().isPresent()))
                .ifPresent(v -> attributes.set(Cluster.VPC, v));
        Props network = props.block("kubernetes_network_config");
        Value<String> family = network.textOr("ip_family", "ipv4");
        attributes.set(Cluster.IP_FAMILY, family);
        network.text("service_ipv4_cidr")
                .or(() -> network.text("service_ipv6_cidr"))
                .ifPresent(c -> attributes.set(Cluster.SERVICE_CIDR, c));
        attributes.set(
                Cluster.PUBLIC_ACCESS_CIDRS,
                ImpliedAccess.publicCidrs(vpc.texts("public_access_cidrs"), family, vpc.at()));
    }

    private static Value<Ref> clusterGroup(Props vpc, TfResource resource) {
        Value<String> id = vpc.text("cluster_security_group_id")
                .filter(v -> v.known().isPresent())
                .orElseGet(() -> Value.unresolved("EKS creates it", List.of(resource.place())));
        return Value.byDefault(
                new Ref(id, TfTargets.clusterSecurityGroup(resource.key())), Props.AWS, resource.place());
    }

    /** The VPC that the first cluster subnet of this configuration is in: the subnets name it. */
    private Optional<Value<Ref>> vpcOf(Listing<Ref> subnets) {
        return subnets.items().stream()
                .flatMap(s -> resources.find(s).stream())
                .filter(r -> r.is(Subnets.SUBNET))
                .flatMap(r -> r.attributes().ref("vpc_id").stream())
                .findFirst()
                .map(vpc -> vpc.flatMap(ref -> new Value.Known<>(ref, Provenance.EXPLICIT, "", subnets.places())));
    }

    private static void access(Props props, Attributes.Builder attributes) {
        Props access = props.block("access_config");
        attributes
                .set(Cluster.AUTHENTICATION_MODE, access.textOr("authentication_mode", "CONFIG_MAP"))
                .set(
                        Cluster.BOOTSTRAP_CLUSTER_CREATOR_ADMIN_PERMISSIONS,
                        access.flagOr("bootstrap_cluster_creator_admin_permissions", true))
                .set(Cluster.ROLE_ARN, props.textOrAbsent("role_arn"));
        Props encryption = props.block("encryption_config");
        Value<String> none = encryption.datum() instanceof Datum.Unknown open
                ? open.gap().unresolved(open.places())
                : Value.absent(props.at());
        attributes.set(
                Cluster.ENCRYPTION_KEY_ARN,
                encryption.block("provider").text("key_arn").orElse(none));
    }

    private static void features(Props props, Attributes.Builder attributes) {
        Props remote = props.block("remote_network_config");
        attributes
                .set(
                        Cluster.LOGGING_TYPES,
                        props.texts("enabled_cluster_log_types")
                                .orElseGet(() -> Listing.byDefault(List.of(), Props.AWS, props.at())))
                .set(Cluster.SUPPORT_TYPE, props.block("upgrade_policy").textOr("support_type", "EXTENDED"))
                .set(Cluster.AUTO_MODE, props.block("compute_config").flagOr("enabled", false))
                .set(
                        Cluster.OUTPOST_ARNS,
                        props.block("outpost_config").texts("outpost_arns").orElseGet(() -> Listing.absent(props.at())))
                .set(
                        Cluster.REMOTE_NODE_NETWORKS,
                        remote.block("remote_node_networks").texts("cidrs").orElseGet(() -> Listing.absent(props.at())))
                .set(
                        Cluster.REMOTE_POD_NETWORKS,
                        remote.block("remote_pod_networks").texts("cidrs").orElseGet(() -> Listing.absent(props.at())))
                .set(Cluster.DELETION_PROTECTION, props.flagOr("deletion_protection", false))
                .set(Cluster.ZONAL_SHIFT, props.block("zonal_shift_config").flagOr("enabled", false));
    }

    private boolean hasOidcProvider(TfResource cluster) {
        Optional<String> issuer = cluster.attributes()
                .block("identity")
                .block("oidc")
                .text("issuer")
                .flatMap(Value::known);
        return resources.of("aws_iam_openid_connect_provider").stream()
                .map(r -> r.attributes().datum("url"))
                .anyMatch(d -> d instanceof Datum.Text text
                        && (text.target() != null && text.target().key().equals(cluster.key())
                                || issuer.isPresent()
                                        && text.known() != null
                                        && issuer.get().endsWith(text.known().replaceFirst("^https://", ""))));
    }
}
