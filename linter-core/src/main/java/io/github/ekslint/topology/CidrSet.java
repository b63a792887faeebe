package io.github.ekslint.topology;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRangeList;
import inet.ipaddr.IPAddressString;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** A set of addresses: the union of CIDR blocks of both IP families. Text that is no CIDR block adds nothing. */
final class CidrSet {

    private static final Pattern BLOCK = Pattern.compile("[0-9A-Fa-f.:]+/\\d{1,3}");

    private final IPAddressSeqRangeList ipv4 = new IPAddressSeqRangeList();
    private final IPAddressSeqRangeList ipv6 = new IPAddressSeqRangeList();

    private CidrSet() {}

    /** The union of these blocks. */
    static CidrSet of(Collection<String> cidrs) {
        CidrSet set = new CidrSet();
        cidrs.forEach(c -> parse(c).ifPresent(b -> set.family(b).add(b)));
        return set;
    }

    /** A CIDR block without its host bits; empty when the text is none. */
    static Optional<IPAddress> parse(String cidr) {
        String text = cidr.strip();
        if (!BLOCK.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IPAddressString(text).toAddress().toPrefixBlock());
        } catch (AddressStringException | inet.ipaddr.IncompatibleAddressException e) {
            return Optional.empty();
        }
    }

    /** Whether the block has bits set behind its prefix, such as {@code 198.51.100.7/24}. False for text that is no block. */
    static boolean hasHostBits(String cidr) {
        return parse(cidr).isPresent() && !new IPAddressString(cidr.strip()).isPrefixOnly()
                && !new IPAddressString(cidr.strip()).getAddress().isPrefixBlock();
    }

    boolean isEmpty() {
        return ipv4.isEmpty() && ipv6.isEmpty();
    }

    /** Whether every address of the block is in the set. False for text that is no block. */
    boolean covers(String cidr) {
        return parse(cidr).filter(b -> family(b).contains(b)).isPresent();
    }

    /** Whether the set holds more addresses than one block of that prefix length. */
    boolean isWiderThan(int ipv4Prefix, int ipv6Prefix) {
        return ipv4.getCount().compareTo(BigInteger.TWO.pow(IPAddress.getBitCount(IPAddress.IPVersion.IPV4) - ipv4Prefix)) > 0
                || ipv6.getCount().compareTo(BigInteger.TWO.pow(IPAddress.getBitCount(IPAddress.IPVersion.IPV6) - ipv6Prefix)) > 0;
    }

    /** Whether the set holds every address of one IP family. */
    boolean isEverything() {
        return covers("0.0.0.0/0") || covers("::/0");
    }

    /** How many addresses of a family the set holds. */
    BigDecimal count(IPAddress.IPVersion version) {
        return new BigDecimal(version.isIPv4() ? ipv4.getCount() : ipv6.getCount());
    }

    private IPAddressSeqRangeList family(IPAddress address) {
        return address.isIPv4() ? ipv4 : ipv6;
    }
}
