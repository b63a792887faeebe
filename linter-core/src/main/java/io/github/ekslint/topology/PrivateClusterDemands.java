package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.PrivateClusterConfig;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What eksctl demands of a spec in fully-private mode
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/eks-private-cluster.html">eksctl User Guide, fully-private
 * clusters</a>).
 */
final class PrivateClusterDemands implements Derivation {

    @Override
    public Stream<PrivateClusterDemand> derive(Estate estate, Circumstances circumstances) {
        return estate.all(PrivateClusterConfig.class).stream().flatMap(c -> Stream.of(
                        ofBlocks(c), ofNodeGroups(estate, c), ofRouteTables(estate, c, circumstances).stream())
                .flatMap(s -> s));
    }

    /** eksctl adds the gateway endpoint of Amazon S3 to the tables of the subnets, and leaves the main table of a VPC alone. */
    private static Optional<PrivateClusterDemand> ofRouteTables(
            Estate estate, PrivateClusterConfig config, Circumstances circumstances) {
        return estate.byKey(Cluster.class, config.cluster()).map(cluster -> {
            Network network = new Network(estate, cluster, circumstances.data());
            RouteTables tables = new RouteTables(estate);
            Truth own = Truth.all(network.find(cluster.subnetIds(), cluster.key(), cluster.place()).stream()
                    .map(f -> tables.hasOwn(f.subnet(), network.vpc()))
                    .toList());
            Truth made = config.vpcId()
                    .isPresent("vpc.id")
                    .not()
                    .or(Value.isTrue("skipEndpointCreation", config.skipEndpointCreation()));
            return demand(
                    config,
                    "route-tables",
                    made.or(own),
                    "a subnet of vpc.subnets.private has no route table of its own but the main one of its VPC");
        });
    }

    private static Stream<PrivateClusterDemand> ofBlocks(PrivateClusterConfig config) {
        Truth skips = Value.isTrue("skipEndpointCreation", config.skipEndpointCreation());
        Truth additional = config.additionalEndpointServices().isNotEmpty("additionalEndpointServices");
        return Stream.of(
                demand(
                        config,
                        "vpc.clusterEndpoints",
                        config.clusterEndpoints()
                                .isPresent("vpc.clusterEndpoints")
                                .not(),
                        "vpc.clusterEndpoints is set, which the mode decides"),
                demand(
                        config,
                        "vpc.subnets.public",
                        config.publicSubnets().isPresent("vpc.subnets.public").not(),
                        "vpc.subnets.public names subnets"),
                demand(
                        config,
                        "vpc.subnets.private",
                        config.vpcId()
                                .isPresent("vpc.id")
                                .not()
                                .or(config.privateSubnets().isPresent("vpc.subnets.private")),
                        "vpc.id names a VPC, but vpc.subnets.private no subnets"),
                demand(
                        config,
                        "skipEndpointCreation",
                        skips.and(additional).not(),
                        "skipEndpointCreation is true, and additionalEndpointServices asks for endpoints"),
                demand(
                        config,
                        "localZones",
                        config.localZones().isNotEmpty("localZones").not(),
                        "localZones names Local Zones"));
    }

    /** The spec has to say {@code privateNetworking: true} for every group; groups that are recorded only are not its business. */
    private static Stream<PrivateClusterDemand> ofNodeGroups(Estate estate, PrivateClusterConfig config) {
        return estate.all(NodeGroup.class).stream()
                .filter(g -> g.attributes().find(NodeGroup.PRIVATE_NETWORKING) != null)
                .map(g -> demand(
                        config,
                        "node-group:" + g.displayName(),
                        Value.isTrue("privateNetworking", g.privateNetworking()),
                        "privateNetworking of node group %s is %s"
                                .formatted(
                                        g.displayName(), g.privateNetworking().shown())));
    }

    private static PrivateClusterDemand demand(PrivateClusterConfig config, String part, Truth met, String said) {
        return new PrivateClusterDemand(config.key(), part, met, said);
    }
}
