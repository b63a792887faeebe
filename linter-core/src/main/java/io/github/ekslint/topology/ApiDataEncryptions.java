package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.stream.Stream;

/** How the data of every cluster's API is encrypted. */
final class ApiDataEncryptions implements Derivation {

    @Override
    public Stream<ApiDataEncryption> derive(Estate estate, Circumstances circumstances) {
        return ControlPlanes.all(estate, circumstances).values().stream()
                .map(plane -> new ApiDataEncryption(
                        plane,
                        circumstances.data().milestones().minor("default-envelope-encryption"),
                        key(estate, plane.of())));
    }

    private static KmsKey key(Estate estate, Cluster cluster) {
        Value<String> arn = cluster.encryptionKeyArn();
        return estate.all(KmsKey.class).stream()
                .filter(k -> Value.same("arn", arn, k.arn()).isTrue())
                .findFirst()
                .orElseGet(() -> new KmsKey(
                        "KmsKey/? of " + cluster.key(),
                        cluster.place(),
                        Truth.yes(),
                        cluster.key(),
                        Attributes.builder().set(KmsKey.ARN, arn).build()));
    }
}
