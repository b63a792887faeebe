package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A DHCP option set, as the EC2 API describes it (API_DhcpOptions). */
public record DhcpOptions(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    private static final String DESCRIBE = "aws ec2 describe-dhcp-options --dhcp-options-ids {id} --output json";

    /** The id. */
    public static final Attribute<Value<String>> DHCP_OPTIONS_ID = Attribute.value("dhcpOptionsId", DESCRIBE);

    /** The resolvers, among them perhaps {@code AmazonProvidedDNS}. */
    public static final Attribute<Listing<Value<String>>> DOMAIN_NAME_SERVERS =
            Attribute.list("domainNameServers", DESCRIBE);

    /** The id. */
    public Value<String> dhcpOptionsId() {
        return get(DHCP_OPTIONS_ID);
    }

    /** The resolvers, among them perhaps {@code AmazonProvidedDNS}. */
    public Listing<Value<String>> domainNameServers() {
        return list(DOMAIN_NAME_SERVERS);
    }

    @Override
    public DhcpOptions with(Attributes others) {
        return new DhcpOptions(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return DHCP_OPTIONS_ID;
    }
}
