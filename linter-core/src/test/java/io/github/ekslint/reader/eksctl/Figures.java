package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.reference.AmiType;
import io.github.ekslint.reference.AmiTypes;
import io.github.ekslint.reference.EksctlDefaults;
import io.github.ekslint.reference.InstanceFamilies;
import io.github.ekslint.reference.InstanceFamily;
import io.github.ekslint.reference.Milestones;
import io.github.ekslint.reference.Partition;
import io.github.ekslint.reference.Partitions;
import io.github.ekslint.reference.Ports;
import io.github.ekslint.reference.PrivateEndpoints;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.reference.SkewPolicy;
import io.github.ekslint.reference.VersionCalendar;
import io.github.ekslint.reference.Zones;
import io.github.ekslint.source.Problem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** As much reference data as the reader asks for. */
final class Figures implements ReferenceData {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Override
    public LocalDate asOf() {
        return DAY;
    }

    @Override
    public Optional<Problem> staleness(LocalDate today) {
        return Optional.empty();
    }

    @Override
    public AmiTypes amiTypes() {
        Map<String, AmiType> types = new LinkedHashMap<>();
        type(types, "AL2_x86_64", "AL2", "x86_64", Set.of());
        type(types, "AL2023_x86_64_STANDARD", "AL2023", "x86_64", Set.of());
        type(types, "AL2023_ARM_64_STANDARD", "AL2023", "arm64", Set.of());
        type(types, "AL2023_x86_64_NVIDIA", "AL2023", "x86_64", Set.of("nvidia"));
        type(types, "BOTTLEROCKET_ARM_64", "BOTTLEROCKET", "arm64", Set.of());
        return new AmiTypes(types, Map.of());
    }

    private static void type(
            Map<String, AmiType> types, String value, String family, String architecture, Set<String> accelerators) {
        types.put(
                value,
                new AmiType(
                        value,
                        Optional.of("linux"),
                        family,
                        Optional.of(architecture),
                        accelerators,
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public InstanceFamilies instanceFamilies() {
        return new InstanceFamilies(
                Map.of(
                        "m5", new InstanceFamily("m5", "x86_64", Optional.empty(), false),
                        "m7g", new InstanceFamily("m7g", "arm64", Optional.empty(), false),
                        "g5", new InstanceFamily("g5", "x86_64", Optional.of("nvidia"), false)),
                Map.of());
    }

    @Override
    public Partitions partitions() {
        return new Partitions(
                List.of(new Partition("aws", "amazonaws.com", Pattern.compile("(us|eu|ap|ca)-\\w+-\\d"), Set.of())));
    }

    @Override
    public PrivateEndpoints privateEndpoints() {
        return new PrivateEndpoints(List.of());
    }

    @Override
    public EksctlDefaults eksctl() {
        return new EksctlDefaults(
                Optional.empty(),
                DAY,
                new MinorVersion(1, 34),
                "AmazonLinux2023",
                Map.of("AmazonLinux2", "AL2", "AmazonLinux2023", "AL2023", "Bottlerocket", "BOTTLEROCKET"),
                Set.of("ec2", "ecr.api", "ecr.dkr", "s3", "sts"),
                Set.of("autoscaling", "cloudformation", "logs"),
                Set.of());
    }

    @Override
    public VersionCalendar versions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Zones zones() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Ports ports() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SkewPolicy skewPolicy() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Milestones milestones() {
        throw new UnsupportedOperationException();
    }
}
