package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.AmiTypes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the nodes of every group are kept up to date. */
final class Upkeep implements Derivation {

    /** {@code 1.31.2-20241109} of Amazon Linux, {@code 1.31-2024.11.13} of Windows. */
    private static final Pattern DATED = Pattern.compile("[\\d.]+-(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");

    @Override
    public Stream<NodeGroupUpkeep> derive(Estate estate, Circumstances circumstances) {
        AmiTypes types = circumstances.data().amiTypes();
        return estate.all(NodeGroup.class).stream()
                .map(group -> new NodeGroupUpkeep(
                        group,
                        ownImage(group, estate),
                        image(group, estate),
                        released(group, types),
                        circumstances.asOf()));
    }

    /**
     * The launch template of a self-managed group always names an image, mostly one of AWS; only an image that the group itself
     * names is the customer's choice. A written AMI type does not rule out that the launch template names an image.
     */
    private static Truth ownImage(NodeGroup group, Estate estate) {
        if (group.managed().known().filter(managed -> !managed).isPresent()) {
            return Truth.of(group.imageId().isExplicit(), group.imageId().ground("imageId"));
        }
        Truth custom = GroupVersion.isCustomImage(group, estate);
        return group.amiType().isExplicit() ? custom.or(GroupVersion.namesImage(group, estate)) : custom;
    }

    private static Value<String> image(NodeGroup group, Estate estate) {
        if (group.imageId().known().isPresent()) {
            return group.imageId();
        }
        Optional<LaunchTemplate> template = new LaunchTemplates(estate).of(group);
        return template.map(LaunchTemplate::imageId).orElseGet(group::imageId);
    }

    private static Value<LocalDate> released(NodeGroup group, AmiTypes types) {
        String family = group.amiFamily()
                .known()
                .or(() -> group.amiType().known().flatMap(types::familyOf).map(f -> f.name()))
                .orElse("");
        if (family.equals("BOTTLEROCKET")) {
            return Value.absent(group.place());
        }
        return group.releaseVersion().flatMap(release -> day(release)
                .map(day -> group.releaseVersion().<LocalDate>map(r -> day))
                .orElseGet(() -> new Value.Absent<>(
                        Provenance.EXPLICIT, group.releaseVersion().places())));
    }

    /** The day in a release; empty when it has none. */
    static Optional<LocalDate> day(String release) {
        Matcher matcher = DATED.matcher(release.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
