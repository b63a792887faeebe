package io.github.ekslint.topology;

import io.github.ekslint.model.Distinctness;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Member;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.AmiType;
import io.github.ekslint.reference.AmiTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The instance types of a node group beside its image.
 *
 * @param of the group
 * @param machines in order of preference, wherever they are written
 * @param imageArchitecture absent when nobody chose an image, so that it fits the machines
 * @param types what is known of images
 */
public record NodeGroupMachines(
        NodeGroup of, Listing<Machine> machines, Value<String> imageArchitecture, AmiTypes types) {

    private static final String ARCHITECTURE = "architecture";

    /** The key of the group. */
    public String group() {
        return of.key();
    }

    /** Whether the group asks for Spot Instances. */
    public Truth areSpot() {
        return of.capacityType().is("capacityType", "SPOT"::equalsIgnoreCase);
    }

    /** Whether there are at least so many instance types. */
    public Truth hasAtLeast(int count) {
        return machines.hasAtLeast("instanceTypes", count);
    }

    /** Whether the machines do not all have the same processor architecture. */
    public Truth haveSeveralArchitectures() {
        if (machines.isUnresolved() && of.launchTemplate() instanceof Value.Known<Ref> template) {
            return Truth.of(false, Ground.fact("instanceTypes", "a launch template names one", template.places()));
        }
        List<Member> members = new ArrayList<>();
        machines.items()
                .forEach(m -> members.add(new Member(
                        "architecture", m.architecture(), false, m.type().places())));
        machines.openEnd()
                .ifPresent(open -> members.add(new Member(
                        "architecture",
                        new Value.Unresolved<>(open.why(), open.places(), open.settledBy(), null, null),
                        true,
                        open.places())));
        return members.size() == 1 && machines.isComplete() ? Truth.no() : new Distinctness(members).atLeast(2);
    }

    /** Whether a machine has another architecture than the image. */
    public Truth differFromImage() {
        return machines.any("instanceTypes", m -> imageArchitecture
                .isPresent("amiType")
                .and(Value.same(ARCHITECTURE, m.architecture(), imageArchitecture)
                        .not()));
    }

    /** Whether a machine has an accelerator for which the image has no driver although one of its family has. */
    public Truth lackDriver() {
        return Optional.of(of.amiType())
                .filter(type -> imageArchitecture.known().isPresent())
                .flatMap(Value::known)
                .flatMap(types::find)
                .filter(type -> !type.isCustom())
                .map(type ->
                        machines.any("instanceTypes", m -> m.accelerator().is("accelerator", a -> isLacking(a, type))))
                .orElseGet(Truth::no);
    }

    /** The instance types with their architecture, as a message shows them. */
    public String shown() {
        return joined(machine -> "%s (%s)".formatted(name(machine), text(machine.architecture())));
    }

    /** The instance types, as a message shows them. */
    public String names() {
        return joined(NodeGroupMachines::name);
    }

    private String joined(Function<Machine, String> show) {
        String all = machines.items().stream().map(show).collect(Collectors.joining(", "));
        return machines.isComplete() ? all : all + (all.isEmpty() ? "" : " and ") + "types that are not known";
    }

    private static String name(Machine machine) {
        return text(machine.type());
    }

    private static String text(Value<String> value) {
        return value.known().orElse("not known");
    }

    private boolean isLacking(String accelerator, AmiType image) {
        return !image.accelerators().contains(accelerator)
                && types.types().values().stream()
                        .anyMatch(other -> other.family().equals(image.family())
                                && other.accelerators().contains(accelerator));
    }
}
