package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Instance;
import io.github.ekslint.model.NodeGroup;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The recorded instances of every node group, by the name that their tags give. */
final class NodeInstances implements Derivation {

    @Override
    public Stream<NodeInstance> derive(Estate estate, Circumstances circumstances) {
        return estate.all(NodeGroup.class).stream()
                .flatMap(group -> of(group, estate).stream().map(instance -> new NodeInstance(group, instance)));
    }

    /** The recorded instances of one group. */
    static List<Instance> of(NodeGroup group, Estate estate) {
        return estate.all(Instance.class).stream()
                .filter(i -> Objects.equals(i.cluster(), group.cluster()))
                .filter(i -> i.nodegroupName().known().isPresent()
                        && i.nodegroupName()
                                .known()
                                .equals(group.nodegroupName().known()))
                .toList();
    }
}
