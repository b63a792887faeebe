package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.DhcpOptions;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * VPCs with their address blocks and DHCP options
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc">aws_vpc</a>).
 */
final class Vpcs {

    static final String VPC = "aws_vpc";
    static final String DEFAULT_VPC = "aws_default_vpc";

    private static final String ASSOCIATION = "aws_vpc_dhcp_options_association";

    private final TfResources resources;

    private Vpcs(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        Vpcs vpcs = new Vpcs(resources);
        resources.of(VPC, DEFAULT_VPC).forEach(vpcs::vpc);
        resources.of("aws_vpc_dhcp_options").forEach(vpcs::dhcpOptions);
        resources.data(VPC).forEach(vpcs::lookedUp);
    }

    private void vpc(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        boolean isDefault = resource.is(DEFAULT_VPC);
        Value<Boolean> whole = Value.byDefault(true, "this configuration", at);
        Attributes.Builder attributes = Attributes.builder()
                .set(Vpc.VPC_ID, resource.ref().id())
                .set(Vpc.CIDR_BLOCKS, blocks(resource, "cidr_block", "aws_vpc_ipv4_cidr_block_association"))
                .set(Vpc.IPV6_CIDR_BLOCKS, ipv6Blocks(resource))
                .set(Vpc.ENABLE_DNS_SUPPORT, props.flagOr("enable_dns_support", true))
                .set(Vpc.ENABLE_DNS_HOSTNAMES, props.flagOr("enable_dns_hostnames", isDefault))
                .set(Vpc.IS_DEFAULT, Value.byDefault(isDefault, Props.AWS, at))
                .set(Vpc.TAGS, resource.tags());
        if (!isDefault) {
            attributes
                    .set(Vpc.ENDPOINTS_LISTED, whole)
                    .set(Vpc.ROUTE_TABLES_LISTED, whole)
                    .set(Vpc.NAT_GATEWAYS_LISTED, whole)
                    .set(Vpc.TRANSIT_GATEWAY_ATTACHMENTS_LISTED, whole)
                    .set(Vpc.NETWORK_ACLS_LISTED, whole);
        }
        resources.region(resource).ifPresent(r -> attributes.set(Vpc.REGION, r));
        dhcpOptionsOf(resource).ifPresent(d -> attributes.set(Vpc.DHCP_OPTIONS, d));
        resources.add(new Vpc(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    private Listing<Value<String>> blocks(TfResource vpc, String attribute, String association) {
        Props props = vpc.attributes();
        List<Value<String>> blocks = new ArrayList<>();
        props.text(attribute).ifPresent(blocks::add);
        if (blocks.isEmpty() && props.has("ipv4_ipam_pool_id")) {
            blocks.add(Value.unresolved("IPAM allocates it with the apply", List.of(props.at())));
        }
        return withAssociated(vpc, attribute, association, blocks);
    }

    private Listing<Value<String>> ipv6Blocks(TfResource vpc) {
        Props props = vpc.attributes();
        List<Value<String>> blocks = new ArrayList<>();
        props.text("ipv6_cidr_block").ifPresent(blocks::add);
        boolean assigned = props.flag("assign_generated_ipv6_cidr_block")
                .flatMap(Value::known)
                .orElse(false);
        if (blocks.isEmpty() && (assigned || props.has("ipv6_ipam_pool_id"))) {
            blocks.add(Value.unresolved("AWS assigns it with the apply", List.of(props.at())));
        }
        return withAssociated(vpc, "ipv6_cidr_block", "aws_vpc_ipv6_cidr_block_association", blocks);
    }

    private Listing<Value<String>> withAssociated(
            TfResource vpc, String attribute, String association, List<Value<String>> blocks) {
        Value.Unresolved<?> rest = null;
        for (TfResource more : resources.naming(vpc, "vpc_id", association)) {
            if (TfResources.existsWith(more, vpc)) {
                blocks.add(more.attributes()
                        .text(attribute)
                        .orElseGet(() -> Value.unresolved("AWS assigns it with the apply", List.of(more.place()))));
            } else {
                rest = new Value.Unresolved<>(
                        "whether there is %s is not decided".formatted(more.address()),
                        List.of(more.place()),
                        List.of(),
                        null,
                        null);
            }
        }
        Listing<Value<String>> listing =
                Listing.explicit(blocks, vpc.attributes().place(attribute));
        return rest == null ? listing : listing.withRest(rest);
    }

    /** A new VPC has the option set of its Region, with the resolver of AWS, until another one is associated. */
    private Optional<Value<Ref>> dhcpOptionsOf(TfResource vpc) {
        List<TfResource> associations = resources.naming(vpc, "vpc_id", ASSOCIATION);
        boolean usual = vpc.isNew()
                && vpc.is(VPC)
                && resources.lost(ASSOCIATION, "vpc_id").isEmpty();
        return associations.isEmpty()
                ? usual ? Optional.of(Value.absent(vpc.place())) : Optional.empty()
                : associations.stream()
                        .flatMap(a ->
                                a.attributes().ref("dhcp_options_id").stream().map(a::when))
                        .findFirst();
    }

    private void dhcpOptions(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Attributes attributes = Attributes.builder()
                .set(DhcpOptions.DHCP_OPTIONS_ID, resource.ref().id())
                .set(
                        DhcpOptions.DOMAIN_NAME_SERVERS,
                        props.texts("domain_name_servers").orElseGet(() -> Listing.absent(at)))
                .build();
        resources.add(new DhcpOptions(resource.key(), at, resource.existence(), null, attributes));
    }

    /** What the data source found; more may be in the VPC than this configuration has. */
    private void lookedUp(TfResource resource) {
        if (!resources.isFirstOfItsId(resource)) {
            return;
        }
        Props props = resource.attributes();
        Attributes.Builder attributes =
                Attributes.builder().set(Vpc.VPC_ID, resource.ref().id());
        List<Value<String>> blocks = new ArrayList<>();
        props.children("cidr_block_associations").all().forEach(a -> a.text("cidr_block")
                .ifPresent(blocks::add));
        if (blocks.isEmpty()) {
            props.text("cidr_block").ifPresent(blocks::add);
        }
        if (!blocks.isEmpty()) {
            attributes.set(Vpc.CIDR_BLOCKS, Listing.explicit(blocks, props.place("cidr_block")));
        }
        props.flag("enable_dns_support").ifPresent(v -> attributes.set(Vpc.ENABLE_DNS_SUPPORT, v));
        props.flag("enable_dns_hostnames").ifPresent(v -> attributes.set(Vpc.ENABLE_DNS_HOSTNAMES, v));
        props.flag("default").filter(v -> isWholly(props)).ifPresent(v -> attributes.set(Vpc.IS_DEFAULT, v));
        props.ref("dhcp_options_id")
                .filter(v -> v.known().isPresent())
                .ifPresent(v -> attributes.set(Vpc.DHCP_OPTIONS, v));
        if (props.has("tags")) {
            attributes.set(Vpc.TAGS, props.tagsOrNone("tags"));
        }
        resources.region(resource).ifPresent(r -> attributes.set(Vpc.REGION, r));
        resources.add(new Vpc(resource.key(), resource.place(), resource.existence(), null, attributes.build()));
    }

    /** In source, {@code default} says which VPC is looked for; in a plan, what was found. */
    private static boolean isWholly(Props props) {
        return props.datum("id") instanceof Datum.Text text && text.known() != null;
    }
}
