package io.github.ekslint.reference;

import io.github.ekslint.model.Logic;
import io.github.ekslint.model.MinorVersion;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The release calendar of Kubernetes versions on EKS
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html">EKS User Guide, version lifecycle</a>).
 * Local clusters on Outposts have a calendar of their own, which this is not.
 *
 * @param asOf when the table was last checked
 * @param versions by minor version, oldest first; never empty
 */
public record VersionCalendar(LocalDate asOf, NavigableMap<MinorVersion, VersionSupport> versions) {

    /** Keeps its own copy of the versions. */
    public VersionCalendar {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a calendar without versions");
        }
        versions = Collections.unmodifiableNavigableMap(new TreeMap<>(versions));
    }

    /** The dates of a version; empty when the table has no row for it. */
    public Optional<VersionSupport> find(MinorVersion minor) {
        return Optional.ofNullable(versions.get(minor));
    }

    /** The newest version of the table that EKS is known to have released by that day. */
    public Optional<MinorVersion> newestReleased(LocalDate today) {
        return versions.descendingMap().values().stream()
                .filter(v -> v.release().filter(r -> !today.isBefore(r)).isPresent())
                .map(VersionSupport::minor)
                .findFirst();
    }

    /** The oldest version that EKS is known to support on that day, in standard or extended support. */
    public Optional<MinorVersion> oldestOffered(LocalDate today) {
        return versions.values().stream()
                .filter(v -> v.on(today).offered() == Logic.TRUE)
                .map(VersionSupport::minor)
                .findFirst();
    }

    /** The oldest version of the table, supported or not. */
    public MinorVersion oldestListed() {
        return versions.firstKey();
    }

    /** The newest version of the table, released or not. */
    public MinorVersion newestListed() {
        return versions.lastKey();
    }

    /**
     * Where a version stands on a day. Unknown for a version newer than the table; without support for one older than the
     * table, once the oldest of the table has left standard support.
     */
    public SupportStatus status(MinorVersion minor, LocalDate today) {
        VersionSupport row = versions.get(minor);
        if (row != null) {
            return row.on(today);
        }
        boolean older = minor.compareTo(oldestListed()) < 0;
        return older
                        && versions.firstEntry()
                                .getValue()
                                .endOfStandardSupport()
                                .filter(end -> !today.isBefore(end))
                                .isPresent()
                ? SupportStatus.UNSUPPORTED
                : SupportStatus.UNKNOWN;
    }

    /** Whether EKS offers a version on a day, in standard or extended support. */
    public Logic isOffered(MinorVersion minor, LocalDate today) {
        return status(minor, today).offered();
    }
}
