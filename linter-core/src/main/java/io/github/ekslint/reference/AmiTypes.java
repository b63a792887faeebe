package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The AMI types of the EKS API
 * (<a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html">API_Nodegroup</a>) and the families they
 * belong to.
 *
 * @param types by value
 * @param families by name
 */
public record AmiTypes(Map<String, AmiType> types, Map<String, AmiFamily> families) {

    /** Keeps its own copies, in order. */
    public AmiTypes {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
    }

    /** An AMI type by its API value; empty when the table does not know it. */
    public Optional<AmiType> find(String value) {
        return Optional.ofNullable(types.get(value));
    }

    /** A family by its name; empty when the table does not know it. */
    public Optional<AmiFamily> family(String name) {
        return Optional.ofNullable(families.get(name));
    }

    /** The family of an AMI type; empty for {@code CUSTOM} and for a type the table does not know. */
    public Optional<AmiFamily> familyOf(String value) {
        return find(value).map(AmiType::family).flatMap(this::family);
    }

    /**
     * The family that EKS gives a managed node group whose {@code amiType} is not set, by the version of its cluster. Empty
     * for a version older than the table's defaults.
     */
    public Optional<AmiFamily> defaultFamily(MinorVersion cluster) {
        return families.values().stream()
                .filter(f -> f.defaultSince()
                        .filter(since -> since.compareTo(cluster) <= 0)
                        .isPresent())
                .max(Comparator.comparing(f -> f.defaultSince().orElseThrow()));
    }
}
