package io.github.ekslint.topology;

import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How the nodes of a group are kept up to date: who makes their image, how old it is, and how EKS replaces nodes
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html">EKS User Guide, update a managed node
 * group</a>).
 *
 * @param of the group
 * @param ownImage whether its image is the customer's own
 * @param image the id of that image; absent when there is none
 * @param released the UTC day of the AMI release; absent when the release carries no day
 * @param asOf today, a UTC day
 */
public record NodeGroupUpkeep(
        NodeGroup of, Truth ownImage, Value<String> image, Value<LocalDate> released, LocalDate asOf) {

    private static final Set<String> STRATEGIES = Set.of("DEFAULT", "MINIMAL");

    /** The largest value of maxUnavailable and maxUnavailablePercentage (API_NodegroupUpdateConfig). */
    private static final int LARGEST = 100;

    /** The key of the group. */
    public String group() {
        return of.key();
    }

    /** Whether EKS manages the group. */
    public Truth isManaged() {
        return Value.isTrue("managed", of.managed());
    }

    /** Whether an AMI type, a version or a release is written although an image is named; EKS refuses them beside one. */
    public Truth contradictsImage() {
        return isManaged()
                .and(ownImage)
                .and(Truth.any(List.of(
                        Truth.of(isTypeWritten(), of.amiType().ground("amiType")),
                        Truth.of(of.version().isExplicit(), of.version().ground("version")),
                        Truth.of(
                                of.releaseVersion().isExplicit(),
                                of.releaseVersion().ground("releaseVersion")))));
    }

    /** What of AMI type, version and release is written, as a message shows it. */
    public String contradiction() {
        if (isTypeWritten()) {
            return "the AMI type " + of.amiType().shown();
        }
        return of.version().isExplicit()
                ? "the version " + of.version().shown()
                : "the release " + of.releaseVersion().shown();
    }

    /** Whether the image is the customer's own and none of these; what is no image id names none. */
    public Truth hasOwnImageOtherThan(Collection<String> ids) {
        boolean anyNamed = ids.stream().anyMatch(id -> id.startsWith("ami-"));
        return anyNamed ? ownImage.and(image.is("imageId", ids::contains).not()) : ownImage;
    }

    /** Whether the release tells its day; those of Bottlerocket do not. A release that is not known may. */
    public Truth isReleaseDated() {
        return released.isUnresolved() ? Truth.yes() : released.isPresent("releaseVersion");
    }

    /** Whether the AMI release is more than so many days old. */
    public Truth isReleaseOlderThan(int days) {
        return released.is("releaseVersion", day -> ChronoUnit.DAYS.between(day, asOf) > days);
    }

    /** How many days old the AMI release is, as a message shows it. */
    public String releaseAge() {
        return released.known()
                .map(day -> String.valueOf(ChronoUnit.DAYS.between(day, asOf)))
                .orElse("not known how many");
    }

    /** Whether someone chose how updates replace nodes, rather than leaving it to EKS. */
    public Truth areUpdatesConfigured() {
        return Truth.any(List.of(
                isChosen("maxUnavailable", of.maxUnavailable()),
                isChosen("maxUnavailablePercentage", of.maxUnavailablePercentage()),
                isChosen("updateStrategy", of.updateStrategy())));
    }

    /** The setting a finding points at: the one that is written or recorded. */
    public Value<?> updateSetting() {
        if (!isChosen("maxUnavailable", of.maxUnavailable()).isFalse()) {
            return of.maxUnavailable();
        }
        return isChosen("maxUnavailablePercentage", of.maxUnavailablePercentage())
                        .isFalse()
                ? of.updateStrategy()
                : of.maxUnavailablePercentage();
    }

    /** Whether both a number and a percentage of nodes are set; EKS takes one. */
    public Truth hasTwoLimits() {
        return isChosen("maxUnavailable", of.maxUnavailable())
                .and(of.maxUnavailablePercentage().isPresent("maxUnavailablePercentage"));
    }

    /** Whether the number or the percentage of nodes is one that EKS refuses. */
    public Truth isLimitOutOfRange() {
        return of.maxUnavailable()
                .is("maxUnavailable", NodeGroupUpkeep::isOutOfRange)
                .or(of.maxUnavailablePercentage().is("maxUnavailablePercentage", NodeGroupUpkeep::isOutOfRange));
    }

    /** The limit that is set, as a message shows it. */
    public String limit() {
        Value<Integer> percentage = of.maxUnavailablePercentage();
        return percentage.known().isPresent()
                ? percentage.shown() + " percent of the nodes"
                : of.maxUnavailable().shown() + " nodes";
    }

    /** Whether the strategy is none that EKS has. */
    public Truth isStrategyUnknownToEks() {
        return of.updateStrategy().is("updateStrategy", strategy -> !STRATEGIES.contains(strategy));
    }

    private boolean isTypeWritten() {
        return of.amiType().isExplicit()
                && of.amiType().known().filter("CUSTOM"::equals).isEmpty();
    }

    private static boolean isOutOfRange(int limit) {
        return limit < 1 || limit > LARGEST;
    }

    private static <T> Truth isChosen(String label, Value<T> value) {
        return value instanceof Value.Known<T> known && known.provenance() == Provenance.DEFAULT
                ? Truth.of(false, known.ground(label))
                : value.isPresent(label);
    }
}
