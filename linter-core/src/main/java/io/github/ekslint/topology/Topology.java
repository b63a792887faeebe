package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import java.util.List;

/** Everything that is derived from the facts of an estate. */
public final class Topology {

    private static final List<Derivation> DERIVATIONS = List.of(
            new Subnets(),
            new NodeInstances(),
            new LoadBalancers(),
            new LoadBalancerRequests(),
            new Exposures(),
            new NatGateways(),
            new SubnetChanges(),
            new NameServers(),
            new RegionalNames(),
            new NodeGroupTraffic(),
            new ClusterGroupEgresses(),
            new ApiEndpoints(),
            new PrivateAccess(),
            new InterfaceEndpoints(),
            new FeatureEndpoints(),
            new NodeBootstraps(),
            new NodeEgresses(),
            new Webhooks(),
            new EndpointDomains(),
            new ControlPlaneClients(),
            new PrivateClusterDemands(),
            new ControlPlanes(),
            new RollbackWindows(),
            new UpgradeInsights(),
            new Kubelets(),
            new NodeImages(),
            new ImageReadinesses(),
            new Upkeep(),
            new Spot(),
            new ClusterFootings(),
            new PlatformVersions(),
            new Machines(),
            new ControlPlaneLogging(),
            new ApiDataEncryptions(),
            new AnonymousAccesses(),
            new IdentityProviders(),
            new Roles(),
            new PulledRepositories(),
            new AwsCallers(),
            new VolumeEncryptions(),
            new FargateUses(),
            new WorkloadImages(),
            new Disruptions());

    private Topology() {}

    /** The derived facts of an estate, in a stable order. No derivation needs another one's, so they share the processors. */
    public static List<Object> of(Estate estate, Circumstances circumstances) {
        return DERIVATIONS.parallelStream()
                .<Object>flatMap(d -> d.derive(estate, circumstances))
                .toList();
    }
}
