package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

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

    /** Whether another cluster names the subnet, or it carries the tags of several. */
    public Truth shared() {
        return named.or(self.clusterTags().ofSeveral());
    }

    /** Whether one of its tags claims it for a single cluster. */
    public Truth owned() {
        return self.clusterTags().owned();
    }
}
