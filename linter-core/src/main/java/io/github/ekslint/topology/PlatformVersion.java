package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The EKS platform version of a running cluster
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/platform-versions.html">EKS User Guide, platform versions</a>).
 *
 * @param of the cluster, as recorded; as described when no recording of it is there
 * @param cluster the key of the cluster
 * @param number the number in {@code eks.12}
 * @param minor the minor version that is running
 * @param ofNew the number that new clusters of that minor version get, as recorded
 */
public record PlatformVersion(
        Cluster of, String cluster, Value<Integer> number, Value<MinorVersion> minor, Value<Integer> ofNew) {

    private static final Pattern NEWEST = Pattern.compile("(\\d+\\.\\d+)=(?:eks\\.)?(\\d{1,6})");

    /**
     * Whether it is more than so many numbers behind the newest one of its minor version.
     *
     * @param newest the newest ones that are given, as {@code 1.35=eks.12}; where none is, the one of new clusters counts
     */
    public Truth isBehind(Collection<String> newest, int allowed) {
        if (number.isUnresolved() || minor.isUnresolved()) {
            return number.is("platformVersion", n -> true).and(minor.is("version", m -> true));
        }
        Optional<Integer> top = newest(newest);
        return top.map(t -> number.is("platformVersion", n -> t - n > allowed)
                        .because(Ground.fact("newest platform version", "eks." + t, List.of())))
                .orElseGet(() -> ofNew.known()
                        .map(t -> number.is("platformVersion", n -> t - n > allowed)
                                .because(ofNew.ground("platform version of new clusters")))
                        .orElseGet(() -> ofNew.isPresent("platform version of new clusters")));
    }

    /** The newest platform version of the minor version that runs, as a message shows it. */
    public String newestShown(Collection<String> newest) {
        return newest(newest).or(ofNew::known).map(n -> "eks." + n).orElse("not known");
    }

    private Optional<Integer> newest(Collection<String> newest) {
        return newest.stream()
                .map(NEWEST::matcher)
                .filter(Matcher::matches)
                .filter(m -> MinorVersion.parse(m.group(1)).equals(minor.known()))
                .map(m -> Integer.valueOf(m.group(2)))
                .findFirst();
    }
}
