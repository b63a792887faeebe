package io.github.ekslint.topology;

import io.github.ekslint.model.Distinctness;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Member;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.AmiType;
import io.github.ekslint.reference.AmiTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<Member> members = new ArrayList<>();
        machines.items()
                .forEach(m ->
                        members.add(new Member(m.architecture(), false, m.type().places())));
        machines.openEnd()
                .ifPresent(open -> members.add(new Member(
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

    /** The instance types, with their architecture where that is known. */
    public String shown() {
        return machines.shown();
    }

    private boolean isLacking(String accelerator, AmiType image) {
        return !image.accelerators().contains(accelerator)
                && types.types().values().stream()
                        .anyMatch(other -> other.family().equals(image.family())
                                && other.accelerators().contains(accelerator));
    }
}
