package io.github.ekslint.topology;

import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.reference.ReferenceData;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a judgement depends on beside the estate.
 *
 * @param asOf today, a UTC day
 * @param target the Kubernetes version an upgrade is planned to; empty when none is
 * @param before the version of the control plane before that upgrade, when it is not that of the estate because earlier steps are
 *     taken as done
 */
public record Circumstances(
        ReferenceData data, LocalDate asOf, Optional<MinorVersion> target, Optional<MinorVersion> before) {

    /** The estate as it is, or as it shall be after an upgrade in one go. */
    public Circumstances(ReferenceData data, LocalDate asOf, Optional<MinorVersion> target) {
        this(data, asOf, target, Optional.empty());
    }

    /** The same without any upgrade. */
    public Circumstances today() {
        return new Circumstances(data, asOf, Optional.empty(), Optional.empty());
    }

    /** The same for the upgrade by one minor that ends at that version. */
    public Circumstances step(MinorVersion version) {
        return new Circumstances(data, asOf, Optional.of(version), Optional.of(version.plus(-1)));
    }
}
