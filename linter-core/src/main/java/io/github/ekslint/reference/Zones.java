package io.github.ekslint.reference;

import io.github.ekslint.model.Logic;
import java.util.Map;
import java.util.Set;

/**
 * The zones in which EKS refuses the subnets of a cluster; node groups may still use them
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html">EKS User Guide, VPC and subnet
 * requirements</a>).
 *
 * @param refusedIds zone ids by Region
 * @param refusedKinds the kinds of zone that are refused everywhere
 * @param partitions the ids of the partitions that the table covers; elsewhere nothing is known
 */
public record Zones(Map<String, Set<String>> refusedIds, Set<ZoneName.Kind> refusedKinds, Set<String> partitions) {

    /** Keeps its own copies. */
    public Zones {
        refusedIds = Map.copyOf(refusedIds);
        refusedKinds = Set.copyOf(refusedKinds);
        partitions = Set.copyOf(partitions);
    }

    /** The ids of the zones that EKS refuses in a Region; empty when there are none or nothing is known. */
    public Set<String> refusedIn(String region) {
        return refusedIds.getOrDefault(region, Set.of());
    }

    /**
     * Whether EKS refuses any Availability Zone of a Region, so that zone names do not tell.
     *
     * @param partition the id of the Region's partition
     */
    public Logic refusesAny(String region, String partition) {
        if (!refusedIn(region).isEmpty()) {
            return Logic.TRUE;
        }
        return partitions.contains(partition) ? Logic.FALSE : Logic.UNKNOWN;
    }

    /**
     * Whether EKS refuses an Availability Zone by its id.
     *
     * @param zoneId such as {@code use1-az3}; never a zone name
     * @param region its Region
     * @param partition the id of the Region's partition
     */
    public Logic refuses(String zoneId, String region, String partition) {
        if (refusedIn(region).contains(zoneId)) {
            return Logic.TRUE;
        }
        return partitions.contains(partition) ? Logic.FALSE : Logic.UNKNOWN;
    }

    /** Whether EKS refuses every zone of a kind. */
    public boolean refuses(ZoneName.Kind kind) {
        return refusedKinds.contains(kind);
    }
}
