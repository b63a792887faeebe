package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What eksctl fills in. Defaults depend on its release, so they are likely values, never known ones.
 *
 * @param asOf the day of the eksctl sources that the figures were read from
 * @param version the Kubernetes version of a cluster whose {@code metadata.version} is not set
 * @param amiFamily the AMI family of a node group whose {@code amiFamily} is not set, as eksctl spells it
 * @param amiFamilies the family of the AMI type table by eksctl's name
 * @param privateClusterEndpoints the services whose endpoints {@code privateCluster.enabled} creates
 * @param privateClusterLoggingEndpoints those it creates too when {@code cloudWatch.clusterLogging} enables a log type
 * @param privateClusterOptionalEndpoints the services that {@code privateCluster.additionalEndpointServices} may name
 * @param privateClusterUnsupportedRegions where {@code privateCluster} does not work
 */
public record EksctlDefaults(
        LocalDate asOf,
        MinorVersion version,
        String amiFamily,
        Map<String, String> amiFamilies,
        Set<String> privateClusterEndpoints,
        Set<String> privateClusterLoggingEndpoints,
        Set<String> privateClusterOptionalEndpoints,
        Set<String> privateClusterUnsupportedRegions) {

    /** Keeps its own copies. */
    public EksctlDefaults {
        amiFamilies = Map.copyOf(amiFamilies);
        privateClusterEndpoints = Set.copyOf(privateClusterEndpoints);
        privateClusterLoggingEndpoints = Set.copyOf(privateClusterLoggingEndpoints);
        privateClusterOptionalEndpoints = Set.copyOf(privateClusterOptionalEndpoints);
        privateClusterUnsupportedRegions = Set.copyOf(privateClusterUnsupportedRegions);
    }

    /**
     * The family of the AMI type table for one of eksctl's names, such as AL2023 for {@code AmazonLinux2023}; empty for a name
     * the table does not know.
     */
    public Optional<String> familyOf(String eksctlName) {
        return Optional.ofNullable(amiFamilies.get(eksctlName));
    }
}
