package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;

/**
 * What a spec would change of the subnets of a running cluster.
 *
 * @param cluster the key of the cluster
 * @param running whether a cluster may run whose subnets the spec would change
 * @param keepsZones whether the subnets of the spec cover every zone of the present ones
 * @param lost the zones that surely get lost, as a message names them
 */
public record SubnetChange(String cluster, Truth running, Truth keepsZones, String lost) {}
