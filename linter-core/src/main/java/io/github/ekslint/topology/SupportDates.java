package io.github.ekslint.topology;

import io.github.ekslint.model.ClusterVersion;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.SupportStatus;
import io.github.ekslint.reference.VersionSupport;
import io.github.ekslint.source.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * When EKS supports which version. A recorded describe-cluster-versions answer wins over the reference table; what neither says is
 * unresolved.
 */
final class SupportDates {

    private static final Settlement COMMAND = Settlement.command("aws eks describe-cluster-versions --output json");

    private final NavigableMap<MinorVersion, ClusterVersion> recorded = new TreeMap<>();
    private final Circumstances circumstances;

    private SupportDates(Estate estate, Circumstances circumstances) {
        this.circumstances = circumstances;
        for (ClusterVersion row : estate.all(ClusterVersion.class)) {
            row.clusterVersion().known().flatMap(MinorVersion::parse).ifPresent(v -> recorded.put(v, row));
        }
    }

    static SupportDates of(Estate estate, Circumstances circumstances) {
        return new SupportDates(estate, circumstances);
    }

    /** Where a version stands today. */
    Value<SupportStatus> status(MinorVersion minor, List<Place> places) {
        Optional<SupportStatus> live = Optional.ofNullable(recorded.get(minor)).flatMap(this::recordedStatus);
        if (live.isPresent()) {
            return known(live.get(), "recorded", places);
        }
        SupportStatus listed = circumstances.data().versions().status(minor, circumstances.asOf());
        if (listed != SupportStatus.UNKNOWN) {
            return known(listed, calendar(), places);
        }
        if (isNewerThanAllOffered(minor)) {
            return known(SupportStatus.NOT_RELEASED, "recorded", places);
        }
        return open(
                "the release calendar of %s does not say whether EKS offers Kubernetes %s".formatted(day(), minor),
                places);
    }

    /** The first day of extended support. */
    Value<LocalDate> endOfStandardSupport(MinorVersion minor, List<Place> places) {
        return date(
                minor,
                places,
                ClusterVersion::endOfStandardSupportDate,
                VersionSupport::endOfStandardSupport,
                "standard");
    }

    /** The first day without support. */
    Value<LocalDate> endOfExtendedSupport(MinorVersion minor, List<Place> places) {
        return date(
                minor,
                places,
                ClusterVersion::endOfExtendedSupportDate,
                VersionSupport::endOfExtendedSupport,
                "extended");
    }

    /** The version EKS gives a cluster that does not ask for one. */
    Value<MinorVersion> defaultVersion(List<Place> places) {
        return recorded.entrySet().stream()
                .filter(e -> e.getValue().defaultVersion().known().orElse(false))
                .map(e -> (Value<MinorVersion>) new Value.Known<>(e.getKey(), Provenance.DEFAULT, "EKS", places))
                .findFirst()
                .orElseGet(() -> open("the version is not written, and EKS picks its default at creation", places));
    }

    private Optional<SupportStatus> recordedStatus(ClusterVersion row) {
        Optional<LocalDate> standard = row.endOfStandardSupportDate().known();
        if (standard.isPresent()) {
            SupportStatus byDate = new VersionSupport(
                            new MinorVersion(0, 0),
                            Optional.empty(),
                            row.releaseDate().known().or(() -> Optional.of(LocalDate.MIN)),
                            standard,
                            row.endOfExtendedSupportDate().known(),
                            Optional.empty())
                    .on(circumstances.asOf());
            if (byDate != SupportStatus.UNKNOWN) {
                return Optional.of(byDate);
            }
        }
        return row.versionStatus().known().flatMap(SupportDates::parse);
    }

    private static Optional<SupportStatus> parse(String status) {
        return switch (status.toUpperCase(java.util.Locale.ROOT)) {
            case "STANDARD_SUPPORT" -> Optional.of(SupportStatus.STANDARD_SUPPORT);
            case "EXTENDED_SUPPORT" -> Optional.of(SupportStatus.EXTENDED_SUPPORT);
            case "UNSUPPORTED" -> Optional.of(SupportStatus.UNSUPPORTED);
            default -> Optional.empty();
        };
    }

    /** A recorded list that was not narrowed down holds the default version and others; what is newer is not offered. */
    private boolean isNewerThanAllOffered(MinorVersion minor) {
        return recorded.size() > 1
                && recorded.values().stream()
                        .anyMatch(r -> r.defaultVersion().known().orElse(false))
                && minor.compareTo(recorded.lastKey()) > 0;
    }

    private Value<LocalDate> date(
            MinorVersion minor,
            List<Place> places,
            Function<ClusterVersion, Value<LocalDate>> live,
            Function<VersionSupport, Optional<LocalDate>> listed,
            String kind) {
        Optional<LocalDate> observed = Optional.ofNullable(recorded.get(minor))
                .flatMap(r -> live.apply(r).known());
        if (observed.isPresent()) {
            return known(observed.get(), "recorded", places);
        }
        return circumstances
                .data()
                .versions()
                .find(minor)
                .flatMap(listed)
                .map(day -> known(day, calendar(), places))
                .orElseGet(() -> open(
                        "the release calendar of %s does not say when %s support of Kubernetes %s ends"
                                .formatted(day(), kind, minor),
                        places));
    }

    private String calendar() {
        return "EKS release calendar of " + day();
    }

    private LocalDate day() {
        return circumstances.data().versions().asOf();
    }

    private static <T> Value<T> known(T value, String origin, List<Place> places) {
        return new Value.Known<>(value, Provenance.OBSERVED, origin, places);
    }

    private static <T> Value<T> open(String why, List<Place> places) {
        return Value.unresolved(why, places, COMMAND);
    }
}
