package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The support dates of one minor version on EKS. All dates are UTC days; empty means not known.
 *
 * @param upstreamRelease when the Kubernetes project released it
 * @param release when EKS released it
 * @param endOfStandardSupport the first day of extended support
 * @param endOfExtendedSupport the first day without support
 * @param unsupportedBy a day on which it was seen without support, for versions whose exact end is not known
 */
public record VersionSupport(
        MinorVersion minor,
        Optional<LocalDate> upstreamRelease,
        Optional<LocalDate> release,
        Optional<LocalDate> endOfStandardSupport,
        Optional<LocalDate> endOfExtendedSupport,
        Optional<LocalDate> unsupportedBy) {

    /**
     * Where the version stands on a day. An end date is itself the first day of the next phase, since AWS bills from its
     * start.
     */
    public SupportStatus on(LocalDate today) {
        if (reached(endOfExtendedSupport, today) || reached(unsupportedBy, today)) {
            return SupportStatus.UNSUPPORTED;
        }
        if (reached(endOfStandardSupport, today)) {
            return endOfExtendedSupport.isPresent() ? SupportStatus.EXTENDED_SUPPORT : SupportStatus.UNKNOWN;
        }
        if (release.isPresent()) {
            if (today.isBefore(release.get())) {
                return SupportStatus.NOT_RELEASED;
            }
            return endOfStandardSupport.isPresent() ? SupportStatus.STANDARD_SUPPORT : SupportStatus.UNKNOWN;
        }
        return upstreamRelease.filter(today::isBefore).isPresent() ? SupportStatus.NOT_RELEASED : SupportStatus.UNKNOWN;
    }

    private static boolean reached(Optional<LocalDate> date, LocalDate today) {
        return date.filter(d -> !today.isBefore(d)).isPresent();
    }
}
