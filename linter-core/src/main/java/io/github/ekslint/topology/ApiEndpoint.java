package io.github.ekslint.topology;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may reach the API server of a cluster
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html">EKS User Guide, cluster API server
 * endpoint</a>).
 *
 * @param cluster the key of the cluster
 * @param isPublic whether the public endpoint is on
 * @param isPrivate whether the private endpoint is on
 * @param cidrs {@code publicAccessCidrs}
 */
public record ApiEndpoint(String cluster, Truth isPublic, Truth isPrivate, Listing<Value<String>> cidrs) {

    private static final String LABEL = "publicAccessCidrs";

    /** Whether the union of the blocks holds every address of a family. */
    public Truth isOpen() {
        return union(CidrSet::isEverything);
    }

    /** Whether the union of the blocks holds more addresses than one block of that prefix length. */
    public Truth isWiderThan(int ipv4Prefix, int ipv6Prefix) {
        return union(set -> set.isWiderThan(ipv4Prefix, ipv6Prefix));
    }

    /** Whether one entry is no CIDR block. */
    public Truth hasInvalid() {
        return any(ApiEndpoint::isInvalid);
    }

    /** Whether one entry lies in a private or reserved range. */
    public Truth hasReserved() {
        return any(CidrSet::isReserved);
    }

    /** Whether one entry has bits set behind its prefix. */
    public Truth hasHostBits() {
        return any(CidrSet::hasHostBits);
    }

    /** The entries that are no CIDR blocks. */
    public String invalid() {
        return those(ApiEndpoint::isInvalid);
    }

    /** The entries in private or reserved ranges. */
    public String reserved() {
        return those(CidrSet::isReserved);
    }

    /** The entries with bits set behind their prefix. */
    public String withHostBits() {
        return those(CidrSet::hasHostBits);
    }

    /** The blocks that are known. */
    CidrSet known() {
        return CidrSet.of(texts());
    }

    /** Whether one entry is the block of just that address, which need not be known for that. */
    boolean names(Value<String> ip) {
        return symbol(ip)
                .map(s -> Symbol.ofText(s.inText() + "/32"))
                .filter(block -> cidrs.items().stream().anyMatch(c -> symbol(c).equals(Optional.of(block))))
                .isPresent();
    }

    private static Optional<Symbol> symbol(Value<String> value) {
        return value instanceof Value.Unresolved<String> open ? Optional.ofNullable(open.symbol()) : Optional.empty();
    }

    /** Whether every block is known. */
    Truth isComplete() {
        List<Truth> known = new ArrayList<>(cidrs.items().stream()
                .map(v -> v.isPresent(LABEL))
                .filter(Truth::isUnknown)
                .toList());
        cidrs.openEnd().ifPresent(why -> known.add(PortPath.unknown(LABEL, why)));
        return known.isEmpty() ? Truth.of(true, cidrs.ground(LABEL)) : Truth.all(known);
    }

    /** Whether a set that may be larger than known satisfies what a larger set satisfies too. */
    private Truth union(Predicate<CidrSet> test) {
        if (test.test(known())) {
            return Truth.of(true, cidrs.ground(LABEL));
        }
        List<Truth> open = new ArrayList<>();
        cidrs.items().stream()
                .filter(v -> !(v instanceof Value.Known<String>))
                .forEach(v -> open.add(v.is(LABEL, c -> test.test(CidrSet.of(List.of(c))))));
        cidrs.openEnd().ifPresent(why -> open.add(PortPath.unknown(LABEL, why)));
        Truth more = Truth.any(open);
        return more.isFalse() ? Truth.of(false, cidrs.ground(LABEL)) : more;
    }

    /** The ground of an entry is the entry itself, so that a finding points at it. */
    private Truth any(Predicate<String> test) {
        return cidrs.any(LABEL, v -> v.is(LABEL, test));
    }

    private String those(Predicate<String> test) {
        return texts().stream().filter(test).collect(Collectors.joining(", "));
    }

    private List<String> texts() {
        return cidrs.items().stream().flatMap(v -> v.known().stream()).toList();
    }

    private static boolean isInvalid(String cidr) {
        return CidrSet.parse(cidr).isEmpty();
    }
}
