package io.github.ekslint.reader.implied;

import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.reference.AmiFamily;
import io.github.ekslint.reference.AmiType;
import io.github.ekslint.reference.ReferenceData;
import java.util.Optional;

/** The image that EKS takes for a managed node group that names none. */
final class ImpliedImages {

    private ImpliedImages() {}

    /** The AMI type for a version; empty when it is not in the figures. */
    static Optional<String> amiType(MinorVersion version, ReferenceData data) {
        return data.amiTypes().defaultFamily(version).flatMap(f -> standard(f, data));
    }

    /** The plain x86-64 type of a family: the processor does not change what EKS takes. */
    private static Optional<String> standard(AmiFamily family, ReferenceData data) {
        return data.amiTypes().types().values().stream()
                .filter(t -> t.family().equals(family.name()))
                .filter(t -> t.accelerators().isEmpty() && !t.fips().orElse(false))
                .filter(t -> t.architecture().filter("x86_64"::equals).isPresent())
                .map(AmiType::value)
                .findFirst();
    }
}
