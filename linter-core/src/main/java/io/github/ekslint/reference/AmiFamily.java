package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The operating system of an EKS-optimised image. All dates are UTC days; an end is the first day without.
 *
 * @param name such as {@code AL2023}
 * @param operatingSystem {@code linux} or {@code windows}
 * @param imagesEnded since when AWS publishes no images for EKS; empty while it does
 * @param osEnded since when the operating system gets no updates; empty when no end is known
 * @param firstMinor the oldest cluster version with images; empty when the table gives none
 * @param lastMinor the newest cluster version with images; empty when there is none yet
 * @param defaultSince the oldest cluster version whose managed node groups get this family by default; empty when none do
 * @param source the page that says so
 */
public record AmiFamily(
        String name,
        String operatingSystem,
        Optional<LocalDate> imagesEnded,
        Optional<LocalDate> osEnded,
        Optional<MinorVersion> firstMinor,
        Optional<MinorVersion> lastMinor,
        Optional<MinorVersion> defaultSince,
        String source) {

    /** Whether AWS still publishes images and the operating system still gets updates on that day. */
    public boolean isMaintained(LocalDate today) {
        return imagesEnded.map(today::isBefore).orElse(true)
                && osEnded.map(today::isBefore).orElse(true);
    }
}
