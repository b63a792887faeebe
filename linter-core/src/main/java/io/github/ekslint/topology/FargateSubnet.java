package io.github.ekslint.topology;

import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.source.Place;

/**
 * A subnet in which the pods of a Fargate profile run.
 *
 * @param cluster the key of the cluster
 * @param fargateProfile the profile
 * @param use where the profile names it
 */
public record FargateSubnet(
        String cluster, FargateProfile fargateProfile, SubnetTraits traits, Place use, boolean openEnd)
        implements SubnetUse {

    @Override
    public String key() {
        return fargateProfile.key() + "/" + subnet().key();
    }

    /** The key of the profile. */
    public String profile() {
        return fargateProfile.key();
    }
}
