package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.Milestones;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whether the operating system of nodes goes along with the next upgrade: the planned one, else that to the next minor version
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html">EKS User Guide, notes on versions</a>).
 *
 * @param of the image
 * @param controlPlane of the nodes' cluster
 * @param selfManaged whether nobody but the customer replaces the nodes: no managed group, no Karpenter
 * @param runtimes the container runtimes of the nodes, such as {@code containerd://1.7.27}
 * @param milestones since when what is refused
 */
public record ImageReadiness(
        NodeImage of,
        ControlPlane controlPlane,
        Truth selfManaged,
        Listing<Value<String>> runtimes,
        Milestones milestones) {

    /** The key of the image. */
    public String image() {
        return of.key();
    }

    /** The version that the nodes shall go along with, as a message shows it. */
    public String version() {
        return controlPlane.next().shown();
    }

    /** Whether AWS publishes no image of the family for the next version. */
    public Truth lacksImage() {
        return of.isBeyondLastMinor(controlPlane.next());
    }

    /**
     * Whether the next version refuses cgroup v1 and the nodes have it.
     *
     * @param modern how the names of operating systems begin that have cgroup v2, beside those of AWS
     */
    public Truth isOnRefusedCgroup(Collection<String> modern) {
        return reaches("cgroup-v1-refused")
                .and(of.families()
                        .any(
                                "osImage",
                                family -> family.isUnresolved()
                                        ? family.is("osImage", f -> true)
                                        : isOnCgroupV1(family, modern)));
    }

    /** Whether the next version needs containerd 2 and the nodes have an older one. */
    public Truth isOnRefusedRuntime() {
        return reaches("containerd-1-refused")
                .and(runtimes.any(
                        "containerRuntimeVersion",
                        runtime -> runtime.is("containerRuntimeVersion", ImageReadiness::isOldContainerd)));
    }

    private Truth reaches(String milestone) {
        return milestones
                .minor(milestone)
                .map(minor -> controlPlane.next().is("version", (MinorVersion v) -> v.compareTo(minor) >= 0))
                .orElseGet(Truth::no);
    }

    /** Of images of AWS those for a version that refuses cgroup v1 do not have it. */
    private Truth isOnCgroupV1(Value<String> family, Collection<String> modern) {
        String name = family.known().orElse("");
        boolean known = of.types().family(name).isPresent()
                || modern.stream().anyMatch(m -> name.toLowerCase(Locale.ROOT).startsWith(m.toLowerCase(Locale.ROOT)));
        return known
                ? Truth.of(false, Ground.fact("cgroup", "version 2 with " + name, family.places()))
                : Truth.unknown(
                        "cgroup",
                        "“%s” does not tell its cgroup version".formatted(name),
                        family.places(),
                        Settlement.parameter("EKS-UPG-008: cgroup-v2-systems"));
    }

    private static boolean isOldContainerd(String runtime) {
        return List.of("containerd://0.", "containerd://1.", "docker://").stream()
                .anyMatch(runtime::startsWith);
    }
}
