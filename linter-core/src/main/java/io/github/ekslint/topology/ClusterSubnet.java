package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;
import io.github.ekslint.source.Place;

/**
 * A subnet in its role as a cluster subnet: EKS may place a network interface of the control plane in it.
 *
 * @param cluster the key of the cluster
 * @param running whether the cluster is known to be running already
 * @param use where the cluster names it
 */
public record ClusterSubnet(String cluster, Truth running, SubnetTraits traits, Place use, boolean openEnd)
        implements SubnetUse {

    @Override
    public String key() {
        return cluster + "/" + subnet().key();
    }
}
