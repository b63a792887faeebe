package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import java.util.stream.Stream;

/** The control-plane logs of every cluster. */
final class ControlPlaneLogging implements Derivation {

    @Override
    public Stream<ControlPlaneLogs> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().map(ControlPlaneLogs::new);
    }
}
