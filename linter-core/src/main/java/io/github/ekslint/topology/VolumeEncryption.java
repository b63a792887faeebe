package io.github.ekslint.topology;

import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;

/**
 * Whether the EBS volumes of a group's nodes are encrypted. What encrypts them is the launch template or the account's default, never EKS.
 *
 * @param of the group
 * @param written what the group or its launch template says; absent when neither says anything
 * @param byDefault whether the account encrypts every new volume of the Region
 */
public record VolumeEncryption(NodeGroup of, Value<Boolean> written, Value<Boolean> byDefault) {

    /** The key of the group. */
    public String group() {
        return of.key();
    }

    /** Whether the volumes are surely not encrypted by the group: it says so, and no account default is known to overrule it. */
    public Truth isRefused() {
        Truth refused = written.is("encrypted", encrypted -> !encrypted);
        boolean overruled = byDefault.known().orElse(false);
        return overruled ? Truth.of(false, byDefault.ground("EbsEncryptionByDefault")) : refused;
    }

    /** Whether nothing encrypts them: neither the group nor the account. */
    public Truth isMissing() {
        return Truth.any(List.of(Value.isTrue("encrypted", written), Value.isTrue("EbsEncryptionByDefault", byDefault)))
                .not();
    }
}
