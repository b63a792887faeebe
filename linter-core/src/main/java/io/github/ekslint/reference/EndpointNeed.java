package io.github.ekslint.reference;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A VPC endpoint that a cluster without outbound internet access needs.
 *
 * @param service the last part of the service name, such as {@code ecr.api}
 * @param type {@code Interface} or {@code Gateway}, as the EC2 API's VpcEndpointType spells it
 * @param level how much it is needed
 * @param conditions it is needed when one of these holds; {@code always} for the unconditional ones
 * @param serviceNames the service name by partition id, with {@code {region}} where the Region goes
 * @param unavailableRegions where AWS does not offer it
 * @param why what it carries
 * @param source the page that says so
 */
public record EndpointNeed(
        String service,
        String type,
        Level level,
        Set<String> conditions,
        Map<String, String> serviceNames,
        Set<String> unavailableRegions,
        String why,
        String source) {

    /** The condition that always holds. */
    public static final String ALWAYS = "always";

    /** Keeps its own copies. */
    public EndpointNeed {
        conditions = Set.copyOf(conditions);
        serviceNames = Map.copyOf(serviceNames);
        unavailableRegions = Set.copyOf(unavailableRegions);
    }

    /** How much an endpoint is needed once its condition holds. */
    public enum Level {
        /** Something stops working. */
        REQUIRED,
        /** Something may stop working, depending on what AWS's pages leave open. */
        CONDITIONAL,
        /** A convenience is lost. */
        OPTIONAL
    }

    /** Whether every cluster without outbound internet access needs it. */
    public boolean always() {
        return conditions.contains(ALWAYS);
    }

    /** Whether AWS offers it in a Region, as far as the table knows. */
    public boolean isAvailable(String region) {
        return !unavailableRegions.contains(region);
    }

    /**
     * The service name in a Region, such as {@code com.amazonaws.eu-west-1.ecr.api}.
     *
     * @param partition the id of the Region's partition
     * @return empty when the table does not know the partition
     */
    public Optional<String> serviceName(String region, String partition) {
        return Optional.ofNullable(serviceNames.get(partition)).map(name -> name.replace("{region}", region));
    }
}
