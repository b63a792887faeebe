package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.reference.AmiType;
import io.github.ekslint.reference.InstanceFamily;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Image and instance types of a node group. eksctl derives the AMI type of a managed group from {@code amiFamily} and the
 * instance type, so the two always fit
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/custom-ami-support.html">eksctl User Guide, custom AMIs</a>).
 */
final class NodeImages {

    private static final String USUAL_TYPE = "m5.large";
    private static final Set<String> CHOSEN_BY_EKSCTL = Set.of("auto", "auto-ssm", "static", "ssm");

    private final ReferenceData data;
    private final Fields fields;
    private final boolean managed;
    private final boolean ownTemplate;
    private final Place at;

    NodeImages(Spec spec, Fields fields, boolean managed, boolean ownTemplate) {
        this.data = spec.data();
        this.fields = fields;
        this.managed = managed;
        this.ownTemplate = ownTemplate;
        this.at = fields.place();
    }

    void read(Attributes.Builder attributes) {
        Optional<Value<String>> image = Spec.text(fields, "ami")
                .filter(a -> a.known().filter(CHOSEN_BY_EKSCTL::contains).isEmpty());
        image.ifPresent(i -> attributes.set(NodeGroup.IMAGE_ID, i));
        if (image.isEmpty() && !ownTemplate) {
            attributes.set(NodeGroup.IMAGE_ID, Value.absent(at));
        }
        Optional<Listing<Value<String>>> types = instanceTypes();
        types.ifPresent(t -> attributes.set(NodeGroup.INSTANCE_TYPES, t));
        Optional<Value<String>> family = family(image);
        family.ifPresent(f -> attributes.set(NodeGroup.AMI_FAMILY, f));
        if (managed) {
            amiType(image, types, family).ifPresent(t -> attributes.set(NodeGroup.AMI_TYPE, t));
        }
    }

    /** eksctl's own choice only where neither an image nor a launch template may say otherwise. */
    private Optional<Value<String>> family(Optional<Value<String>> image) {
        Optional<Value<String>> written = Spec.text(fields, "amiFamily")
                .map(v -> v.map(name -> data.eksctl().familyOf(name).orElseGet(() -> name.toUpperCase(Locale.ROOT))));
        if (written.isPresent() || image.isPresent() || ownTemplate) {
            return written;
        }
        String usual = data.eksctl().amiFamily();
        return Optional.of(Spec.byEksctl(data.eksctl().familyOf(usual).orElse(usual), at));
    }

    /** CUSTOM for an own image; else what eksctl derives, where the instance types tell the processor. */
    private Optional<Value<String>> amiType(
            Optional<Value<String>> image, Optional<Listing<Value<String>>> types, Optional<Value<String>> family) {
        if (image.isPresent()) {
            return Optional.of(image.get().map(i -> "CUSTOM"));
        }
        Optional<String> name = family.flatMap(Value::known);
        Optional<InstanceFamily> processor = types.filter(Listing::isComplete)
                .flatMap(t -> t.items().stream().findFirst())
                .flatMap(Value::known)
                .flatMap(t -> data.instanceFamilies().of(t));
        if (ownTemplate || name.isEmpty() || processor.isEmpty()) {
            return Optional.empty();
        }
        return derive(name.get(), processor.get()).map(t -> Spec.byEksctl(t, at));
    }

    /** The plain or accelerated type of the family and processor, if there is exactly one. */
    private Optional<String> derive(String family, InstanceFamily processor) {
        Optional<String> accelerator = processor.accelerator().filter(Set.of("nvidia", "neuron")::contains);
        List<String> candidates = data.amiTypes().types().values().stream()
                .filter(t -> t.family().equals(family) && !t.fips().orElse(false))
                .filter(t -> t.architecture()
                        .filter(processor.architecture()::equals)
                        .isPresent())
                .filter(t -> accelerator
                        .map(t.accelerators()::contains)
                        .orElse(t.accelerators().isEmpty()))
                .map(AmiType::value)
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private Optional<Listing<Value<String>>> instanceTypes() {
        Optional<Fields> distribution = fields.child("instancesDistribution");
        Optional<Value.Unresolved<?>> open = fields.open("instancesDistribution");
        if (open.isPresent()) {
            return Optional.of(Spec.unresolvedList(open.get()));
        }
        Optional<Listing<Value<String>>> several = (managed
                        ? fields.texts("instanceTypes")
                        : Optional.<Listing<Value<String>>>empty())
                .or(() -> distribution.flatMap(d -> d.texts("instanceTypes")))
                .filter(l -> !l.items().isEmpty() || !l.isComplete());
        if (several.isPresent()) {
            return several;
        }
        Optional<Value<String>> one = Spec.text(fields, "instanceType")
                .filter(t -> t.known().filter("mixed"::equals).isEmpty());
        if (one.isPresent()) {
            return Optional.of(
                    Listing.explicit(List.of(one.get()), one.get().places().toArray(Place[]::new)));
        }
        if (fields.has("instanceSelector")) {
            Place selector = fields.node("instanceSelector").map(n -> n.place()).orElse(at);
            return Optional.of(Listing.unresolved(
                    "eksctl chooses the types that fit instanceSelector", List.of(selector), describe()));
        }
        return ownTemplate ? Optional.empty() : Optional.of(Spec.byEksctl(List.of(Spec.byEksctl(USUAL_TYPE, at)), at));
    }

    /** What records the types that eksctl chose. */
    private Settlement describe() {
        String name = fields.node().text("name").orElse("<name>");
        return Settlement.command(
                managed
                        ? NodeGroup.INSTANCE_TYPES.command().replace("{id}", name)
                        : "aws autoscaling describe-auto-scaling-groups --output json");
    }
}
