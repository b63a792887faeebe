package io.github.ekslint.topology;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddress.IPVersion;
import inet.ipaddr.IPAddressSeqRangeList;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** A set of addresses: the union of CIDR blocks of both IP families. Text that is no CIDR block adds nothing. */
final class CidrSet {

    private static final Pattern BLOCK = Pattern.compile("[0-9A-Fa-f.:]+/\\d{1,3}");

    /** AWS takes full dotted and colon notation only, not the shorter forms of {@code inet_aton}. */
    private static final IPAddressStringParameters NOTATION =
            new IPAddressStringParameters.Builder().allow_inet_aton(false).toParams();

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
        return written(cidr).map(IPAddress::toPrefixBlock);
    }

    /** Whether the block has bits set behind its prefix, such as {@code 198.51.100.7/24}. False for text that is no block. */
    static boolean hasHostBits(String cidr) {
        return written(cidr).filter(a -> !a.isPrefixBlock()).isPresent();
    }

    /**
     * Whether the block lies in a range that no packet from the internet comes from: private, loopback, link-local or
     * multicast. False for text that is no block.
     */
    static boolean isReserved(String cidr) {
        return parse(cidr)
                .filter(b -> b.isLoopback()
                        || b.isLinkLocal()
                        || b.isMulticast()
                        || (b.isIPv4() ? b.toIPv4().isPrivate() : b.toIPv6().isUniqueLocal()))
                .isPresent();
    }

    /** Whether the text is an IPv6 block. */
    static boolean isIpv6(String cidr) {
        return parse(cidr).filter(IPAddress::isIPv6).isPresent();
    }

    private static Optional<IPAddress> written(String cidr) {
        String text = cidr.strip();
        if (!BLOCK.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IPAddressString(text, NOTATION).toAddress());
        } catch (AddressStringException | IncompatibleAddressException e) {
            return Optional.empty();
        }
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
        return holdsMore(ipv4, IPAddress.getBitCount(IPVersion.IPV4) - ipv4Prefix)
                || holdsMore(ipv6, IPAddress.getBitCount(IPVersion.IPV6) - ipv6Prefix);
    }

    private static boolean holdsMore(IPAddressSeqRangeList list, int bits) {
        return list.getCount().compareTo(BigInteger.ONE.shiftLeft(bits)) > 0;
    }

    /** Whether the set holds every address of one IP family. */
    boolean isEverything() {
        return covers("0.0.0.0/0") || covers("::/0");
    }

    private IPAddressSeqRangeList family(IPAddress address) {
        return address.isIPv4() ? ipv4 : ipv6;
    }
}
