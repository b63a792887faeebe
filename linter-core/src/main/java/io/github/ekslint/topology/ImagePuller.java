package io.github.ekslint.topology;

import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pulls container images from Amazon ECR: the nodes of a group, or the infrastructure of a Fargate profile.
 *
 * @param of the node group or Fargate profile
 * @param policies of the role it pulls with; of one of which nothing is known when only its ARN is, or not even that
 */
public record ImagePuller(Fact of, RolePolicies policies) implements Subject {

    private static final List<String> PULL_POLICIES = List.of(
            "AmazonEC2ContainerRegistryPullOnly",
            "AmazonEC2ContainerRegistryReadOnly",
            "AmazonEC2ContainerRegistryPowerUser",
            "AmazonEC2ContainerRegistryFullAccess");

    private static final List<String> FARGATE_POLICIES = List.of("AmazonEKSFargatePodExecutionRolePolicy");

    /** The key of the one that stands for a node group or Fargate profile. */
    static String keyOf(Fact compute) {
        return "ImagePuller/" + compute.key();
    }

    /** The role it pulls with. */
    public IamRole role() {
        return policies.role();
    }

    @Override
    public String key() {
        return keyOf(of);
    }

    @Override
    public String displayName() {
        return (of instanceof FargateProfile ? "Fargate profile " : "node group ") + of.displayName();
    }

    @Override
    public Place place() {
        return of.place();
    }

    @Override
    public Truth existence() {
        return of.existence();
    }

    @Override
    public @Nullable String cluster() {
        return of.cluster();
    }

    /** Whether nodes pull with a role that no policy allows to. */
    public Truth nodesMayNotPull() {
        return isFargate().not().and(policies.hasOneOf(PULL_POLICIES).not());
    }

    /** Whether Fargate pulls with a role that no policy allows to. */
    public Truth fargateMayNotPull() {
        List<String> any = new ArrayList<>(PULL_POLICIES);
        any.addAll(FARGATE_POLICIES);
        return isFargate().and(policies.hasOneOf(any).not());
    }

    private Truth isFargate() {
        return Truth.of(of instanceof FargateProfile);
    }
}
