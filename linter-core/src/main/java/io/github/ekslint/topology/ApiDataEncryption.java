package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Truth;
import java.util.Optional;

/**
 * How the data of the Kubernetes API is encrypted
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html">EKS User Guide, default envelope encryption</a>).
 *
 * @param controlPlane of the cluster
 * @param since the version from which EKS encrypts all of it by itself; empty when the reference data do not say
 * @param key the customer's key; one of which nothing is known when only its ARN is, or not even that
 * @param found whether the key is one of the estate
 */
public record ApiDataEncryption(ControlPlane controlPlane, Optional<MinorVersion> since, KmsKey key, boolean found) {

    private static final String KEY = "encryptionConfig";

    /** The key of the cluster. */
    public String cluster() {
        return controlPlane.cluster();
    }

    /** Whether Kubernetes Secrets are encrypted before they are stored. */
    public Truth isOn() {
        return controlPlane
                .version()
                .is("version", v -> since.filter(s -> v.compareTo(s) >= 0).isPresent())
                .or(hasCustomerKey());
    }

    /** Whether a key of the customer's own encrypts it. */
    public Truth hasCustomerKey() {
        Truth written = of().encryptionKeyArn().isPresent(KEY);
        return found && written.isUnknown()
                ? key.existence().and(Truth.of(true, of().encryptionKeyArn().ground(KEY)))
                : written;
    }

    /** Whether a key of the customer's own is demanded and there is none. */
    public Truth lacksCustomerKey(String demanded) {
        return Boolean.parseBoolean(demanded) ? hasCustomerKey().not() : Truth.no();
    }

    /** Whether the key cannot encrypt and decrypt with one secret. */
    public Truth isUnfit() {
        return key.keySpec()
                .is("keySpec", "SYMMETRIC_DEFAULT"::equals)
                .and(key.keyUsage().is("keyUsage", "ENCRYPT_DECRYPT"::equals))
                .not();
    }

    /** Whether the key will be deleted. */
    public Truth isPendingDeletion() {
        return key.keyState().is("keyState", state -> state.startsWith("PendingDeletion"));
    }

    /** Whether the key is not enabled for another reason. */
    public Truth isDisabled() {
        return key.keyState().is("keyState", state -> !state.equals("Enabled"));
    }

    /** Whether EKS reports an issue with the key; false where nothing is recorded of the cluster's health. */
    public Truth hasHealthIssue() {
        return of().attributes().find(Cluster.HEALTH_ISSUES) == null
                ? Truth.no()
                : of().healthIssues().any("health", v -> v.is("health", code -> code.startsWith("Kms")));
    }

    private Cluster of() {
        return controlPlane.of();
    }
}
