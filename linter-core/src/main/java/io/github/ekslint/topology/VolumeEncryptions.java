package io.github.ekslint.topology;

import io.github.ekslint.model.EbsEncryption;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the volumes of every node group are encrypted. */
final class VolumeEncryptions implements Derivation {

    @Override
    public Stream<VolumeEncryption> derive(Estate estate, Circumstances circumstances) {
        Set<Boolean> recorded = estate.all(EbsEncryption.class).stream()
                .flatMap(e -> e.ebsEncryptionByDefault().known().stream())
                .collect(Collectors.toSet());
        return estate.all(NodeGroup.class).stream()
                .map(group -> new VolumeEncryption(group, written(estate, group), byDefault(estate, group, recorded)));
    }

    private static Value<Boolean> byDefault(Estate estate, NodeGroup group, Set<Boolean> recorded) {
        if (recorded.size() == 1) {
            return estate.all(EbsEncryption.class).get(0).ebsEncryptionByDefault();
        }
        return Value.unresolved(
                "whether the account encrypts new volumes by default is not recorded",
                List.of(group.place()),
                Settlement.command(EbsEncryption.DESCRIBE));
    }

    /** The group itself says it, or its launch template; a managed group without a template has volumes that EKS describes. */
    private static Value<Boolean> written(Estate estate, NodeGroup group) {
        Value<Boolean> own = group.volumeEncrypted();
        if (own.known().isPresent() || own instanceof Value.Choice<Boolean>) {
            return own;
        }
        Value<Ref> template = group.launchTemplate();
        Optional<LaunchTemplate> found = new LaunchTemplates(estate).of(group);
        if (found.isPresent()) {
            return found.get().volumeEncrypted();
        }
        if (template instanceof Value.Absent<Ref>) {
            return Value.absent(group.place());
        }
        return template.flatMap(ref -> Value.unresolved(
                "the launch template of %s is not recorded".formatted(group.displayName()),
                template.places(),
                LaunchTemplates.command(group).toArray(Settlement[]::new)));
    }
}
