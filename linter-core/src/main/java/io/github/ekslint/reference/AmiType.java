package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import java.util.Optional;
import java.util.Set;

/**
 * One value of the EKS API's AMITypes.
 *
 * @param value as the API spells it
 * @param operatingSystem {@code linux} or {@code windows}; empty for {@code CUSTOM}
 * @param family the name of an {@link AmiFamily}; {@code CUSTOM} for {@code CUSTOM}
 * @param architecture {@code x86_64} or {@code arm64}; empty for {@code CUSTOM}
 * @param accelerators what the image has drivers for: {@code nvidia}, {@code neuron}; empty when none
 * @param fips whether its cryptography is FIPS-validated; empty for {@code CUSTOM}
 * @param firstMinor the oldest cluster version it exists for; empty when the table gives none
 * @param lastMinor the newest cluster version it exists for; empty when there is none yet
 */
public record AmiType(
        String value,
        Optional<String> operatingSystem,
        String family,
        Optional<String> architecture,
        Set<String> accelerators,
        Optional<Boolean> fips,
        Optional<MinorVersion> firstMinor,
        Optional<MinorVersion> lastMinor) {

    /** Keeps its own copy of the accelerators. */
    public AmiType {
        accelerators = Set.copyOf(accelerators);
    }

    /** Whether the image is the customer's own, about which the type says nothing. */
    public boolean isCustom() {
        return value.equals("CUSTOM");
    }
}
