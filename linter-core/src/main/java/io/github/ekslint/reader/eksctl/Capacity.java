package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import java.util.Optional;

/**
 * How a node group is paid for. A self-managed group uses Spot Instances when {@code instancesDistribution} leaves less than
 * everything above its base to On-Demand Instances
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/spot-instances.html">eksctl User Guide, Spot instances</a>).
 */
final class Capacity {

    private static final String ON_DEMAND = "ON_DEMAND";
    private static final String SPOT = "SPOT";

    private Capacity() {}

    static void read(Fields fields, boolean managed, Attributes.Builder attributes) {
        Place at = fields.place();
        Optional<Value<String>> market = fields.child("instanceMarketOptions")
                .flatMap(m -> Spec.text(m, "marketType"))
                .map(m -> m.map(Capacity::ofMarket));
        if (managed) {
            Optional<Value<String>> spot = fields.flag("spot").map(s -> s.map(yes -> yes ? SPOT : ON_DEMAND));
            attributes.set(
                    NodeGroup.CAPACITY_TYPE, market.or(() -> spot).orElseGet(() -> Spec.byEksctl(ON_DEMAND, at)));
            return;
        }
        Optional<Value.Unresolved<?>> open = fields.open("instancesDistribution");
        Optional<Fields> distribution = fields.child("instancesDistribution");
        Optional<Value<String>> mixed = open.<Value<String>>map(Spec::unresolved)
                .or(() -> distribution
                        .flatMap(d -> d.integer("onDemandPercentageAboveBaseCapacity"))
                        .map(p -> p.map(percent -> percent < 100 ? SPOT : ON_DEMAND)));
        attributes.set(NodeGroup.CAPACITY_TYPE, market.or(() -> mixed).orElseGet(() -> Spec.byEksctl(ON_DEMAND, at)));
        distribution.ifPresent(d -> {
            attributes.set(
                    NodeGroup.SPOT_ALLOCATION_STRATEGY,
                    Spec.text(d, "spotAllocationStrategy")
                            .orElseGet(() -> Value.byDefault("lowest-price", Spec.AWS, d.place())));
            attributes.set(
                    NodeGroup.CAPACITY_REBALANCE,
                    d.flag("capacityRebalance").orElseGet(() -> Spec.byEksctl(false, d.place())));
        });
        if (distribution.isEmpty() && open.isEmpty()) {
            attributes.set(NodeGroup.SPOT_ALLOCATION_STRATEGY, Value.absent(at));
            attributes.set(NodeGroup.CAPACITY_REBALANCE, Value.absent(at));
        }
    }

    private static String ofMarket(String marketType) {
        return switch (marketType) {
            case "spot" -> SPOT;
            case "capacity-block" -> "CAPACITY_BLOCK";
            default -> marketType;
        };
    }
}
