package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;

/**
 * Whether clusters share a subnet, as far as its tags and the other clusters of the estate tell.
 *
 * @param named whether another cluster of the estate names it among its cluster subnets
 */
public record SubnetSharing(VpcSubnet self, Truth named) {

    /** The key of the subnet. */
    public String subnet() {
        return self.key();
    }

    /**
     * Whether another cluster names the subnet, or it carries the tags of several. A subnet that is there already may be used by
     * clusters that are not known, which matters only where a tag claims it for one.
     */
    public Truth shared() {
        Truth known = named.or(self.clusterTags().ofSeveral());
        boolean claimed = owned().isTrue() && isObserved();
        return known.isFalse() && claimed ? known.or(others()) : known;
    }

    private boolean isObserved() {
        return self.subnet().tags() instanceof Value.Known<Tags> tags && tags.provenance() == Provenance.OBSERVED;
    }

    private Truth others() {
        Cluster cluster = self.owner();
        return cluster.clustersOfRegion()
                .any(
                        "clusters of the Region",
                        v -> v.known().equals(cluster.name().known())
                                ? Truth.of(false, v.ground("clusters of the Region"))
                                : Truth.unknown(
                                        "clusters of the Region",
                                        "whether cluster %s uses it too is not known".formatted(v.shown()),
                                        v.places()));
    }

    /** Whether one of its tags claims it for a single cluster. */
    public Truth owned() {
        return self.clusterTags().owned();
    }
}
