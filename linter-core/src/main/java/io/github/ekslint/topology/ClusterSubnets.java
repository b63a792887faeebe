package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The subnets a cluster names for its control plane, and an open end where the list is not known. */
final class ClusterSubnets implements Derivation {

    @Override
    public Stream<ClusterSubnet> derive(Estate estate, Circumstances circumstances) {
        return estate.all(Cluster.class).stream().flatMap(c -> of(estate, c).stream());
    }

    private static List<ClusterSubnet> of(Estate estate, Cluster cluster) {
        Listing<Ref> refs = cluster.subnetIds();
        List<ClusterSubnet> subnets = new ArrayList<>();
        for (Ref ref : refs.items()) {
            Place use = ref.id().places().stream().findFirst().orElse(cluster.place());
            Subnet subnet = estate.find(Subnet.class, ref).orElseGet(() -> unseen(cluster, ref, use, subnets.size()));
            if (subnets.stream().noneMatch(s -> s.subnet().key().equals(subnet.key()))) {
                subnets.add(new ClusterSubnet(cluster.key(), subnet, use, false));
            }
        }
        refs.openEnd().ifPresent(rest -> {
            Place use = rest.places().stream().findFirst().orElse(cluster.place());
            Subnet subnet = new Subnet("Subnet/?", use, Truth.yes(), cluster.key(), Attributes.NONE);
            subnets.add(new ClusterSubnet(cluster.key(), subnet, use, true));
        });
        return subnets;
    }

    /** A subnet of which only the reference is known. */
    private static Subnet unseen(Cluster cluster, Ref ref, Place use, int index) {
        String key = "Subnet/" + ref.id().known().orElse("#" + index);
        Attributes id = Attributes.builder().set(Subnet.SUBNET_ID, ref.id()).build();
        return new Subnet(key, use, Truth.yes(), cluster.key(), id);
    }
}
