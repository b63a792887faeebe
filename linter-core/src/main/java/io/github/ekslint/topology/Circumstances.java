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
 */
public record Circumstances(ReferenceData data, LocalDate asOf, Optional<MinorVersion> target) {}
