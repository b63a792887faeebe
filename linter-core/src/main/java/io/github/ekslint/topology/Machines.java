package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Instance;
import io.github.ekslint.model.InstanceType;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.AmiType;
import io.github.ekslint.reference.InstanceFamily;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The instance types of every node group. What describe-instance-types recorded wins over what the name of a type says
 * (<a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">naming conventions</a>).
 */
final class Machines implements Derivation {

    private static final Settlement NODES = Settlement.command("kubectl get nodes -o json");

    @Override
    public Stream<NodeGroupMachines> derive(Estate estate, Circumstances circumstances) {
        RecordedNodes nodes = RecordedNodes.of(estate);
        return estate.all(NodeGroup.class).stream()
                .map(group -> new NodeGroupMachines(
                        group,
                        types(group, estate).map(type -> machine(type, estate, circumstances)),
                        imageArchitecture(group, nodes, estate, circumstances),
                        circumstances.data().amiTypes()));
    }

    /** The types of the group itself, else of its launch template. */
    private static Listing<Value<String>> types(NodeGroup group, Estate estate) {
        Listing<Value<String>> own = group.instanceTypes();
        boolean elsewhere = own.items().isEmpty()
                && group.launchTemplate().isPresent("launchTemplate").isTrue();
        if (!elsewhere) {
            return own;
        }
        Value<String> named = new LaunchTemplates(estate)
                .of(group)
                .map(LaunchTemplate::instanceType)
                .orElseGet(() -> new Value.Unresolved<>(
                        "the launch template of %s is not recorded".formatted(group.displayName()),
                        group.launchTemplate().places(),
                        LaunchTemplates.command(group),
                        null,
                        null));
        if (named instanceof Value.Unresolved<String> open) {
            return Listing.unresolved(
                    open.why(), open.places(), open.settledBy().toArray(Settlement[]::new));
        }
        return named instanceof Value.Absent<String> ? own : Listing.explicit(List.of(named), places(named));
    }

    private static Machine machine(Value<String> type, Estate estate, Circumstances circumstances) {
        Optional<InstanceType> recorded = type.known().flatMap(name -> estate.all(InstanceType.class).stream()
                .filter(t -> t.instanceType().known().filter(name::equals).isPresent())
                .findFirst());
        Function<String, Optional<InstanceFamily>> family =
                name -> circumstances.data().instanceFamilies().of(name);
        return new Machine(
                type,
                type.flatMap(name -> recorded.flatMap(Machines::recordedArchitecture)
                        .or(() -> family.apply(name).map(InstanceFamily::architecture))
                        .map(found -> type.map(t -> found))
                        .orElseGet(() -> open(name, "architecture", type))),
                type.flatMap(name -> accelerator(name, type, recorded, family.apply(name))));
    }

    private static Optional<String> recordedArchitecture(InstanceType type) {
        List<String> supported = type.supportedArchitectures().items().stream()
                .flatMap(v -> v.known().stream())
                .toList();
        return supported.stream().filter("arm64"::equals).findFirst().or(() -> supported.stream()
                .filter("x86_64"::equals)
                .findFirst());
    }

    private static Value<String> accelerator(
            String name, Value<String> type, Optional<InstanceType> recorded, Optional<InstanceFamily> family) {
        Optional<Boolean> gpu = recorded.flatMap(t -> t.gpu().known());
        Optional<String> listed = family.flatMap(InstanceFamily::accelerator);
        if (listed.isPresent()) {
            return type.map(t -> listed.get());
        }
        if (family.filter(f -> !f.derived()).isPresent()
                || gpu.filter(has -> !has).isPresent()) {
            return Value.absent(places(type));
        }
        return open(name, "accelerator", type);
    }

    /** The architecture of the image; absent when the tool picks one that fits the instance types. */
    private static Value<String> imageArchitecture(
            NodeGroup group, RecordedNodes nodes, Estate estate, Circumstances circumstances) {
        if (!group.imageArchitecture().isUnresolved()) {
            return group.imageArchitecture();
        }
        Value<String> type = group.amiType();
        if (type instanceof Value.Known<String> known && known.provenance() == Provenance.DEFAULT) {
            return Value.absent(places(type));
        }
        Optional<AmiType> chosen = type.known().flatMap(circumstances.data().amiTypes()::find);
        if (chosen.isPresent() && chosen.get().architecture().isPresent()) {
            return type.map(t -> chosen.get().architecture().orElseThrow());
        }
        if (GroupVersion.isCustomImage(group, estate).isFalse()) {
            return Value.absent(group.place());
        }
        return Stream.concat(
                        nodes.of(group).stream().map(Node::architecture),
                        NodeInstances.of(group, estate).stream().map(Instance::architecture))
                .filter(v -> v.known().isPresent())
                .findFirst()
                .map(v -> v.map(a -> a.equals("amd64") ? "x86_64" : a))
                .orElseGet(() -> Value.unresolved(
                        "the image of %s is the customer's own".formatted(group.displayName()),
                        List.of(group.place()),
                        NODES));
    }

    private static Value<String> open(String type, String what, Value<String> source) {
        return Value.unresolved(
                "the reference data does not know the %s of %s".formatted(what, type),
                source.places(),
                Settlement.command(
                        "aws ec2 describe-instance-types --instance-types %s --output json".formatted(type)));
    }

    private static Place[] places(Value<?> value) {
        return value.places().toArray(Place[]::new);
    }
}
