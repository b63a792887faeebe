package io.github.ekslint.topology;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.DhcpOptions;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which name servers the DHCP option set of every cluster's VPC hands out
 * (<a href="https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html">VPC User Guide, Amazon DNS</a>).
 */
final class NameServers implements Derivation {

    /** The names and link-local addresses of the Amazon resolver, the same in every VPC. */
    private static final Set<String> AMAZON = Set.of("AmazonProvidedDNS", "169.254.169.253", "fd00:ec2::253");

    /** Its address in a VPC: so far above the base of the CIDR block. */
    private static final int OFFSET = 2;

    @Override
    public Stream<VpcNameServers> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream()
                .map(c -> of(estate, c, new Network(estate, c, circumstances.data()).vpc()));
    }

    private static VpcNameServers of(Estate estate, Cluster cluster, Vpc vpc) {
        Listing<Value<String>> servers = servers(estate, vpc);
        return new VpcNameServers(
                cluster.key(), needed(cluster), servers, servers.any("domain-name-servers", s -> isAmazon(s, vpc)));
    }

    /** The private endpoint has its name in a private hosted zone; so have the services that routed egress is meant for. */
    private static Truth needed(Cluster cluster) {
        return Value.isTrue("endpointPrivateAccess", cluster.endpointPrivateAccess())
                .or(LoadBalancing.surely(
                        cluster.controlPlaneEgressMode().is("controlPlaneEgressMode", "CUSTOMER_ROUTED"::equals)));
    }

    /** A VPC without an option set of its own has the default one, with the Amazon resolver. */
    private static Listing<Value<String>> servers(Estate estate, Vpc vpc) {
        Value<Ref> options = options(estate, vpc);
        if (options.known().isEmpty()) {
            return options.isUnresolved()
                    ? Listing.unresolved(
                            "the DHCP option set of %s is not known".formatted(vpc.displayName()),
                            options.places(),
                            options.ground("").settledBy().toArray(Settlement[]::new))
                    : Listing.byDefault(
                            List.of(Value.byDefault("AmazonProvidedDNS", "AWS", vpc.place())), "AWS", vpc.place());
        }
        Ref ref = options.known().get();
        return estate.find(DhcpOptions.class, ref)
                .orElseGet(() -> new DhcpOptions(
                        "DhcpOptions/" + ref.shown(),
                        vpc.place(),
                        Truth.yes(),
                        null,
                        Attributes.builder()
                                .set(DhcpOptions.DHCP_OPTIONS_ID, ref.id())
                                .build()))
                .domainNameServers();
    }

    /** What a spec does not say stays as it is recorded. */
    private static Value<Ref> options(Estate estate, Vpc vpc) {
        return vpc.dhcpOptions() instanceof Value.Absent<Ref>
                        && estate.observed().get(vpc.key()) instanceof Vpc recorded
                        && !recorded.dhcpOptions().isUnresolved()
                ? recorded.dhcpOptions()
                : vpc.dhcpOptions();
    }

    private static Truth isAmazon(Value<String> server, Vpc vpc) {
        Truth named = server.is("domain-name-server", AMAZON::contains);
        return named.isFalse()
                ? vpc.cidrBlocks().any("cidrBlocks of " + vpc.displayName(), c -> isBasePlusTwo(server, c))
                : named;
    }

    private static Truth isBasePlusTwo(Value<String> server, Value<String> cidr) {
        return cidr.is("cidrBlock", block -> {
            IPAddress network = new IPAddressString(block).getAddress();
            IPAddress address = new IPAddressString(server.known().orElse("")).getAddress();
            return network != null
                    && address != null
                    && network.isIPv4()
                    && address.isIPv4()
                    && network.getLower()
                            .withoutPrefixLength()
                            .increment(OFFSET)
                            .equals(address);
        });
    }
}
