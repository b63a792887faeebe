package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PrivateClusterConfig;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.Optional;

/** Reads {@code privateCluster} and the blocks beside it that the fully-private mode decides. */
final class PrivateClusterReader {

    private final Spec spec;
    private final Fields root;
    private final Place at;

    private PrivateClusterReader(Spec spec) {
        this.spec = spec;
        this.root = spec.root();
        this.at = spec.placeOf("privateCluster");
    }

    static void read(Spec spec) {
        if (spec.root().has("privateCluster")) {
            new PrivateClusterReader(spec).read();
        }
    }

    private void read() {
        Optional<Fields> block = root.child("privateCluster");
        Optional<Fields> vpc = root.child("vpc");
        Attributes.Builder attributes = Attributes.builder()
                .set(PrivateClusterConfig.ENABLED, spec.privateCluster())
                .set(
                        PrivateClusterConfig.SKIP_ENDPOINT_CREATION,
                        block.flatMap(b -> b.flag("skipEndpointCreation")).orElseGet(() -> Spec.byEksctl(false, at)))
                .set(
                        PrivateClusterConfig.ADDITIONAL_ENDPOINT_SERVICES,
                        block.flatMap(b -> b.texts("additionalEndpointServices"))
                                .orElseGet(() -> Listing.absent(at)))
                .set(PrivateClusterConfig.CLUSTER_ENDPOINTS, written("clusterEndpoints"))
                .set(PrivateClusterConfig.PUBLIC_SUBNETS, written("subnets", "public"))
                .set(PrivateClusterConfig.PRIVATE_SUBNETS, written("subnets", "private"))
                .set(
                        PrivateClusterConfig.VPC_ID,
                        root.open("vpc")
                                .<Value<String>>map(Spec::unresolved)
                                .or(() -> vpc.flatMap(v -> Spec.text(v, "id")))
                                .orElseGet(() -> Value.absent(at)))
                .set(PrivateClusterConfig.LOCAL_ZONES, root.texts("localZones").orElseGet(() -> Listing.absent(at)));
        String key = spec.mint("PrivateClusterConfig");
        spec.add(new PrivateClusterConfig(key, at, Truth.yes(), spec.clusterKey(), attributes.build()));
    }

    /** Whether a block below {@code vpc} is written and not empty; unresolved where a placeholder stands for it. */
    private Value<Boolean> written(String... path) {
        Optional<Fields> fields = Optional.of(root);
        String last = "vpc";
        for (String key : path) {
            String parent = last;
            Optional<Value.Unresolved<?>> open = fields.flatMap(f -> f.open(parent));
            if (open.isPresent()) {
                return Spec.unresolved(open.get());
            }
            fields = fields.flatMap(f -> f.child(parent));
            last = key;
        }
        String field = last;
        Optional<Value.Unresolved<?>> open = fields.flatMap(f -> f.open(field));
        if (open.isPresent()) {
            return Spec.unresolved(open.get());
        }
        Optional<Node> node = fields.flatMap(f -> f.node(field));
        boolean there = node.flatMap(Node::asMapping)
                .filter(m -> !m.entries().isEmpty())
                .isPresent();
        String[] whole = new String[path.length + 1];
        whole[0] = "vpc";
        System.arraycopy(path, 0, whole, 1, path.length);
        return there ? Value.explicit(true, spec.placeOf(whole)) : Value.absent(at);
    }
}
