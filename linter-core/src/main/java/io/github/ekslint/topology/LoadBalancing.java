package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * What a cluster wants of load balancers, as far as its settings and its recorded objects tell.
 *
 * @param cluster the key of the cluster
 * @param wanted whether anything could make load balancers: EKS Auto Mode, the AWS Load Balancer Controller, a Service of type
 *     LoadBalancer or an Ingress of class {@code alb}
 * @param tagsNeeded whether the controller finds subnets by role tag only, rather than by their routes too
 * @param oldClusterTag whether the controller only finds subnets with the tag {@code kubernetes.io/cluster/<name>}
 * @param internal whether an internal load balancer is asked for that does not name its subnets
 * @param internetFacing whether an internet-facing one is
 * @param checksClusterTags whether the controller passes by subnets with tags of other clusters only, as it does by default
 * @param discovers whether a load balancer may be asked for that does not name its subnets
 */
public record LoadBalancing(
        String cluster,
        Truth wanted,
        Truth tagsNeeded,
        Truth oldClusterTag,
        Truth internal,
        Truth internetFacing,
        Truth checksClusterTags,
        Truth discovers) {

    /** Whether it is known that nothing is there that could make load balancers. */
    public Truth unwanted() {
        return surely(wanted.not());
    }

    /** Whether the controller is known to be so old that it needs the tag of the cluster; else it is taken for current. */
    public Truth surelyOldClusterTag() {
        return surely(oldClusterTag);
    }

    /** Whether it is known that an internal load balancer is asked for that is only made in tagged subnets. */
    public Truth internalNeedsTags() {
        return surely(tagsNeeded.and(internal));
    }

    /** Whether it is known that an internet-facing load balancer is asked for that is only made in tagged subnets. */
    public Truth internetFacingNeedsTags() {
        return surely(tagsNeeded.and(internetFacing));
    }

    /** Whether it is known that an internal load balancer is asked for. */
    public Truth surelyInternal() {
        return surely(internal);
    }

    /** Whether it is known that an internet-facing load balancer is asked for. */
    public Truth surelyInternetFacing() {
        return surely(internetFacing);
    }

    /** What only raises or lowers a severity counts when it is known. */
    static Truth surely(Truth truth) {
        return truth.isTrue() ? truth : Truth.no();
    }
}
