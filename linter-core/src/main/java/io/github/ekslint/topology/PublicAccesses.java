package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import java.util.stream.Stream;

/** From where the public API endpoint of every cluster may be reached. */
final class PublicAccesses implements Derivation {

    @Override
    public Stream<PublicAccess> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(c -> new PublicAccess(c.key(), c.publicAccessCidrs()));
    }
}
