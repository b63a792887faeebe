package io.github.ekslint.topology;

import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.source.Place;
import java.util.List;

/**
 * A subnet of the VPC a cluster lives in, once, with all that it is used for.
 *
 * @param cluster the key of the cluster
 * @param belongs whether it lies in that VPC
 * @param controlPlane whether it is a cluster subnet
 * @param nodeGroups the groups whose nodes are launched in it
 * @param fargateProfiles the profiles whose pods run in it
 * @param use where it is described; else where it is named first
 */
public record VpcSubnet(
        String cluster,
        SubnetTraits traits,
        Truth belongs,
        boolean controlPlane,
        List<NodeGroup> nodeGroups,
        List<FargateProfile> fargateProfiles,
        Place use,
        boolean openEnd)
        implements SubnetUse {

    /** Keeps its own copies. */
    public VpcSubnet {
        nodeGroups = List.copyOf(nodeGroups);
        fargateProfiles = List.copyOf(fargateProfiles);
    }

    @Override
    public String key() {
        return cluster + "/" + subnet().key();
    }

    @Override
    public Truth existence() {
        return SubnetUse.super.existence().and(belongs);
    }

    /** Whether nodes or Fargate pods run in it. */
    public boolean compute() {
        return !nodeGroups.isEmpty() || !fargateProfiles.isEmpty();
    }
}
