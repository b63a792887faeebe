package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** How the data of every cluster's API is encrypted. */
final class ApiDataEncryptions implements Derivation {

    @Override
    public Stream<ApiDataEncryption> derive(Estate estate, Circumstances circumstances) {
        Optional<MinorVersion> since = circumstances.data().milestones().minor("default-envelope-encryption");
        return ControlPlanes.all(estate, circumstances).values().stream().map(plane -> {
            Optional<KmsKey> found = key(estate, plane.of());
            return new ApiDataEncryption(plane, since, found.orElseGet(() -> unseen(plane.of())), found.isPresent());
        });
    }

    private static Optional<KmsKey> key(Estate estate, Cluster cluster) {
        Value<String> arn = cluster.encryptionKeyArn();
        return estate.all(KmsKey.class).stream()
                .filter(k -> !(arn instanceof Value.Absent<String>)
                        && Value.same("arn", arn, k.arn()).isTrue())
                .findFirst();
    }

    private static KmsKey unseen(Cluster cluster) {
        return new KmsKey(
                "KmsKey/? of " + cluster.key(),
                cluster.place(),
                Truth.yes(),
                cluster.key(),
                Attributes.builder().set(KmsKey.ARN, cluster.encryptionKeyArn()).build());
    }
}
