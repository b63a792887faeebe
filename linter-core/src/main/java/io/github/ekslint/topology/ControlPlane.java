package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.SupportStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The Kubernetes version of a cluster's control plane and where it stands in the release calendar
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html">EKS User Guide, version lifecycle</a>). When
 * an upgrade is asked about, it is the version after that upgrade.
 *
 * @param of the cluster
 * @param current the cluster's own minor version, whatever is planned; never absent
 * @param version the minor version that is judged; never absent
 * @param running the minor version of the cluster that is running; absent when the cluster is known to be new, unresolved when none is
 *     recorded and no upgrade is asked about
 * @param planned whether it is the target of an upgrade rather than the cluster's own
 * @param support where the version stands today; never absent
 * @param endOfStandardSupport the UTC day from which extended support is billed; never absent
 * @param endOfExtendedSupport the UTC day from which it is not supported; never absent
 * @param asOf today, a UTC day
 */
public record ControlPlane(
        Cluster of,
        Value<MinorVersion> current,
        Value<MinorVersion> version,
        Value<MinorVersion> running,
        boolean planned,
        Value<SupportStatus> support,
        Value<LocalDate> endOfStandardSupport,
        Value<LocalDate> endOfExtendedSupport,
        LocalDate asOf) {

    private static final Pattern AS_EKS_TAKES_IT = Pattern.compile("1\\.\\d{2}");

    /** The key of the cluster. */
    public String cluster() {
        return of.key();
    }

    /** Whether what is written can be read as a version at all; what is not written can. */
    public Truth isReadable() {
        boolean readable = planned
                || !(of.version() instanceof Value.Known<String> known)
                || ControlPlanes.minor(known.value()).isPresent();
        return Truth.of(readable, of.version().ground("version"));
    }

    /** Whether the version is what the cluster has or shall have, not the target of an upgrade that is asked about. */
    public Truth isCurrent() {
        return Truth.of(!planned, version.ground("version"));
    }

    /** Whether the cluster runs already, so that a version other than its own is an upgrade or a rollback. */
    public Truth isRunning() {
        return planned || of.exists().known().isPresent()
                ? Truth.of(planned || of.exists().known().get(), running.ground("running version"))
                : running.isPresent("running version");
    }

    /** Whether the version is more than one minor ahead of the running one; EKS upgrades one minor at a time. */
    public Truth skipsMinors() {
        return fromRunning(ahead -> ahead > 1);
    }

    /** Whether the version is one minor below the running one. */
    public Truth isOneMinorBack() {
        return fromRunning(ahead -> ahead == -1);
    }

    /** Whether the version is more than one minor below the running one. */
    public Truth isFurtherBack() {
        return fromRunning(ahead -> ahead < -1);
    }

    private Truth fromRunning(IntPredicate test) {
        return VersionPair.compared(running, version, (from, to) -> test.test(to.ahead(from)));
    }

    /** Whether an upgrade is asked about that leads to a newer version than the cluster's own. */
    public Truth isToBeUpgraded() {
        return isCurrent().not().and(VersionPair.compared(current, version, (from, to) -> to.compareTo(from) > 0));
    }

    /** The minor version of the planned upgrade, else the next one. */
    Value<MinorVersion> next() {
        return planned ? version : current.map(minor -> minor.plus(1));
    }

    /** Whether a spec, rather than a recording or a default, says the version. */
    public Truth isWritten() {
        return Truth.of(of.version().isExplicit(), of.version().ground("version"));
    }

    /** Whether the version is written as a number that loses its last digit, as 1.30 does. */
    public Truth isShortenedNumber() {
        return Truth.of(isNumber() && !readAs().equals(written()), of.version().ground("version"));
    }

    /** Whether the version is written as a number that stays as it is. */
    public Truth isPlainNumber() {
        return Truth.of(isNumber() && readAs().equals(written()), of.version().ground("version"));
    }

    /** Whether the version is text that EKS does not take for a version, such as {@code v1.31} or {@code latest}. */
    public Truth isMalformed() {
        boolean malformed = !isNumber()
                && of.version().isExplicit()
                && !AS_EKS_TAKES_IT.matcher(written()).matches();
        return Truth.of(malformed, of.version().ground("version"));
    }

    /** The version as a reader of numbers understands it: 1.3 for 1.30. The text itself when it is no number. */
    public String readAs() {
        try {
            return new BigDecimal(written()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException text) {
            return written();
        }
    }

    /** Whether EKS has released the version. */
    public Truth isReleased() {
        return isStatus(SupportStatus.NOT_RELEASED).not();
    }

    /** Whether a cluster of that version can be created today. */
    public Truth isOffered() {
        return inStandardSupport().or(inExtendedSupport());
    }

    /** Whether EKS supports it at the normal price. */
    public Truth inStandardSupport() {
        return isStatus(SupportStatus.STANDARD_SUPPORT);
    }

    /** Whether EKS supports it at the price of extended support. */
    public Truth inExtendedSupport() {
        return isStatus(SupportStatus.EXTENDED_SUPPORT);
    }

    /** Whether EKS supports it no more. */
    public Truth isUnsupported() {
        return isStatus(SupportStatus.UNSUPPORTED);
    }

    /** Whether standard support has not ended yet, but does in fewer than so many days. */
    public Truth standardSupportEndsWithin(int days) {
        return inStandardSupport().and(endsWithin("endOfStandardSupportDate", endOfStandardSupport, days));
    }

    /** Whether extended support is entitled and has not ended yet, but does in fewer than so many days. */
    public Truth extendedSupportEndsWithin(int days) {
        return Truth.all(List.of(
                isOffered(),
                of.supportType().is("supportType", "STANDARD"::equalsIgnoreCase).not(),
                endsWithin("endOfExtendedSupportDate", endOfExtendedSupport, days)));
    }

    /** How many days are left of standard support, as a message shows it. */
    public String daysOfStandardSupport() {
        return daysUntil(endOfStandardSupport);
    }

    /** How many days are left of extended support, as a message shows it. */
    public String daysOfExtendedSupport() {
        return daysUntil(endOfExtendedSupport);
    }

    /** When support ended, as a message shows it; versions before 1.21 never had extended support. */
    public String endOfSupport() {
        return endOfExtendedSupport
                .known()
                .map(day -> "extended support ended on " + day)
                .or(() -> endOfStandardSupport.known().map(day -> "standard support ended on " + day))
                .orElse("the release calendar no longer lists it");
    }

    private Truth isStatus(SupportStatus status) {
        return support.is("support of Kubernetes " + version.shown(), status::equals);
    }

    private Truth endsWithin(String label, Value<LocalDate> end, int days) {
        return end.is(label, day -> asOf.isBefore(day) && ChronoUnit.DAYS.between(asOf, day) < days);
    }

    private String daysUntil(Value<LocalDate> end) {
        return end.known()
                .map(day -> String.valueOf(ChronoUnit.DAYS.between(asOf, day)))
                .orElse("not known");
    }

    private boolean isNumber() {
        return of.versionIsText().known().filter(text -> !text).isPresent()
                && of.version() instanceof Value.Known<String> known
                && known.provenance() == Provenance.EXPLICIT;
    }

    private String written() {
        return of.version().known().orElse("");
    }
}
