package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.AmiFamily;
import io.github.ekslint.reference.AmiTypes;
import io.github.ekslint.source.Place;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operating system that the nodes of a group run, or nodes that belong to no group of the estate. Nodes of Auto Mode, of Fargate
 * and outside AWS have no image that a customer chooses.
 *
 * @param displayName {@code node group workers} or {@code node ip-10-0-1-7… and 3 others}
 * @param families names of the AMI type table, or as the nodes or eksctl say; several while nodes are being replaced
 * @param fitting whether nobody chose the image, so that EKS or the tool takes one that exists for the cluster's version
 * @param version the Kubernetes version new nodes get; never absent
 * @param types what is known of image families
 * @param asOf today, a UTC day
 */
public record NodeImage(
        String key,
        @Nullable String cluster,
        String displayName,
        Place place,
        Truth existence,
        Listing<Value<String>> families,
        boolean fitting,
        Value<MinorVersion> version,
        AmiTypes types,
        LocalDate asOf)
        implements Subject {

    /** Whether AWS publishes no image of the family for the version. */
    public Truth isBeyondLastMinor() {
        return isBeyondLastMinor(version);
    }

    /** Whether AWS publishes no image of the family for that version. */
    Truth isBeyondLastMinor(Value<MinorVersion> wanted) {
        if (fitting) {
            return Truth.of(
                    false,
                    Ground.fact(
                            "amiType",
                            "not written, so the image is one for the cluster's version",
                            families.places()));
        }
        return families.any(
                "amiType",
                family -> lastMinor(family).is("version", last -> true).and(isNewer(wanted, lastMinor(family))));
    }

    /** Whether AWS publishes no images of the family any more, or the operating system itself gets no updates. */
    public Truth isRetired() {
        return families.any("amiType", family -> family.is("amiType", name -> !maintained(name)));
    }

    /** The newest version the families have images for, as a message shows it. */
    public String lastMinor() {
        return first(family -> family.lastMinor().map(MinorVersion::toString));
    }

    /** Since when there are no new images of the families, as a message shows it. */
    public String imagesEnded() {
        return first(family -> family.imagesEnded().map(LocalDate::toString));
    }

    /** Since when their operating system gets no updates, as a message shows it. */
    public String operatingSystemEnded() {
        return first(family -> family.osEnded().map(LocalDate::toString));
    }

    private boolean maintained(String family) {
        return types.family(family).map(f -> f.isMaintained(asOf)).orElse(true);
    }

    private Value<MinorVersion> lastMinor(Value<String> family) {
        return family.flatMap(name -> types.family(name)
                .flatMap(AmiFamily::lastMinor)
                .map(last -> family.<MinorVersion>map(n -> last))
                .orElseGet(() -> Value.absent(family.places().toArray(Place[]::new))));
    }

    private static Truth isNewer(Value<MinorVersion> wanted, Value<MinorVersion> last) {
        if (last instanceof Value.Choice<MinorVersion> choice) {
            return Truth.depending(
                    choice.input(), v -> isNewer(wanted, choice.choose().apply(v)));
        }
        return last.known()
                .map(minor -> wanted.is("version", v -> v.compareTo(minor) > 0))
                .orElseGet(() -> last.is("amiType", minor -> false));
    }

    private String first(Function<AmiFamily, Optional<String>> figure) {
        return families.items().stream()
                .flatMap(v -> v.known().stream())
                .map(types::family)
                .map(found -> found.flatMap(figure).orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("not known");
    }
}
