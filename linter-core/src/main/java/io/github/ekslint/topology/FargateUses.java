package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which clusters use Fargate, and which kubelets run there. */
final class FargateUses implements Derivation {

    private static final String FARGATE = "fargate";

    @Override
    public Stream<Object> derive(Estate estate, Circumstances circumstances) {
        Stream<Object> clusters =
                estate.all(Cluster.class).stream().map(c -> new FargateUse(c.key(), profiles(estate, c)));
        Map<String, Truth> onFargate = new HashMap<>();
        for (Node node : estate.all(Node.class)) {
            onFargate.put("Kubelet/" + node.key(), node.computeType().is("computeType", FARGATE::equals));
        }
        Stream<Object> kubelets = new Kubelets()
                .derive(estate, circumstances)
                .map(k -> new FargateKubelet(k.key(), onFargate.getOrDefault(k.key(), Truth.no())));
        return Stream.concat(clusters, kubelets);
    }

    private static Truth profiles(Estate estate, Cluster cluster) {
        List<Truth> profiles = estate.all(FargateProfile.class).stream()
                .filter(p -> cluster.key().equals(p.cluster()))
                .map(FargateProfile::existence)
                .toList();
        return Truth.any(profiles);
    }
}
