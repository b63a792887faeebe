package io.github.ekslint.reader.implied;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reference.AmiFamily;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What EKS takes for a managed node group, or EC2 for an Auto Scaling group, that says less
 * (<a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html">CreateNodegroup</a>).
 *
 * @param at where the group is written
 */
public record ImpliedNodes(Place at, ReferenceData data) {

    /** The instance type that EKS takes. */
    private static final String INSTANCE_TYPE = "t3.medium";

    /**
     * The AMI type: as written; CUSTOM for an image of one's own; else what EKS takes for the version.
     *
     * @param image that the launch template names
     * @param templateUnknown whether there is a launch template that may name one
     * @param version of the group, else of its cluster
     * @return empty when it cannot be told
     */
    public Optional<Value<String>> amiType(
            Optional<Value<String>> written,
            Optional<Value<String>> image,
            boolean templateUnknown,
            Optional<MinorVersion> version) {
        Optional<Value<String>> said = written.filter(v -> !(v instanceof Value.Absent<String>));
        if (said.isPresent()) {
            return said;
        }
        Optional<Value<String>> own = image.filter(v -> !(v instanceof Value.Absent<String>));
        if (own.isPresent()) {
            return Optional.of(Value.byDefault(
                    "CUSTOM",
                    "the launch template's image",
                    own.get().places().stream().findFirst().orElse(at)));
        }
        return templateUnknown
                ? Optional.empty()
                : version.flatMap(v -> ImpliedImages.amiType(v, data)).map(t -> Value.byDefault(t, Props.AWS, at));
    }

    /** The family of an AMI type; empty when it is not in the figures. */
    public Optional<Value<String>> family(Value<String> amiType) {
        return amiType.known()
                .flatMap(t -> data.amiTypes().familyOf(t))
                .map(AmiFamily::name)
                .map(family -> amiType.map(t -> family));
    }

    /** The version of a group that says it, else of its cluster among the facts; empty when neither is known. */
    public static Optional<MinorVersion> version(
            Optional<Value<String>> own, @Nullable String cluster, List<Fact> facts) {
        return own.flatMap(Value::known)
                .or(() -> facts.stream()
                        .filter(f -> f instanceof Cluster && f.key().equals(cluster))
                        .flatMap(f -> ((Cluster) f).version().known().stream())
                        .findFirst())
                .flatMap(MinorVersion::parse);
    }

    /**
     * The instance types of a managed group: its own, else that of its launch template, else what EKS takes.
     *
     * @param templateUnknown whether there is a launch template that may name one
     * @return empty when they cannot be told
     */
    public Optional<Listing<Value<String>>> instanceTypes(
            Optional<Listing<Value<String>>> written, Optional<Value<String>> ofTemplate, boolean templateUnknown) {
        return written.filter(l -> !l.items().isEmpty() || !l.isComplete())
                .or(() -> ofTemplate.map(ImpliedNodes::only))
                .or(() -> templateUnknown
                        ? Optional.empty()
                        : Optional.of(Listing.byDefault(
                                List.of(Value.byDefault(INSTANCE_TYPE, Props.AWS, at)), Props.AWS, at)));
    }

    /**
     * The instance types of an Auto Scaling group: its overrides, else that of its launch template.
     *
     * @param rest why there may be more overrides; null when there are none
     * @return empty when neither names one
     */
    public static Optional<Listing<Value<String>>> instanceTypes(
            List<Value<String>> overrides, Value.@Nullable Unresolved<?> rest, Optional<Value<String>> ofTemplate) {
        Optional<Listing<Value<String>>> types = overrides.isEmpty()
                ? ofTemplate.map(ImpliedNodes::only)
                : Optional.of(Listing.explicit(overrides, places(overrides.get(0))));
        return rest == null ? types : types.map(l -> l.withRest(rest));
    }

    /**
     * Whether an Auto Scaling group uses Spot Instances.
     *
     * @param onDemandPercentage above its base capacity
     * @param spot whether its launch template asks for them
     */
    public Value<String> capacityType(Optional<Value<Integer>> onDemandPercentage, boolean spot) {
        return onDemandPercentage
                .map(p -> p.map(percent -> percent < 100 ? "SPOT" : "ON_DEMAND"))
                .orElseGet(() -> spot ? Value.explicit("SPOT", at) : Value.byDefault("ON_DEMAND", Props.AWS, at));
    }

    /** How many nodes an update takes away at once, where a group does not say it: one, unless it gives a percentage. */
    public Value<Integer> maxUnavailable(Optional<Value<Integer>> written, Value<Integer> percentage) {
        return Props.or(
                written,
                percentage instanceof Value.Absent<Integer> ? Value.byDefault(1, Props.AWS, at) : Value.absent(at));
    }

    /**
     * Whether the volumes of a launch template are encrypted: whether each says so. Of one that does not say it the account decides; so
     * it does for the volumes of an EKS-optimized image, while those of another image are as its snapshots are.
     *
     * @param each what the volumes that are written say
     * @param moreVolumes whether there may be others
     * @param ownImage whether it names an image that is not optimized for EKS
     */
    public static Value<Boolean> encrypted(List<Value<Boolean>> each, boolean moreVolumes, boolean ownImage, Place at) {
        return Props.ofAll(each)
                .orElseGet(() -> moreVolumes || ownImage
                        ? Value.unresolved("the image decides whether its volumes are encrypted", List.of(at))
                        : Value.absent(at));
    }

    private static Listing<Value<String>> only(Value<String> type) {
        return Listing.explicit(List.of(type), places(type));
    }

    private static Place[] places(Value<String> value) {
        return value.places().toArray(Place[]::new);
    }
}
