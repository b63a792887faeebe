package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.SkewPolicy;
import io.github.ekslint.source.Place;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The kubelet of a recorded node, or the kubelets of a node group whose nodes are not recorded, and how far they are from the
 * control plane (<a href="https://kubernetes.io/releases/version-skew-policy/">Kubernetes version skew policy</a>). Patch levels do not
 * matter.
 *
 * @param displayName {@code node ip-10-0-1-7…} or {@code node group workers}
 * @param version the kubelet's minor version; never absent
 * @param followsCluster whether the nodes get the version the cluster has when they are made, so that there is no distance unless an
 *     upgrade is planned
 * @param eksUpgrades whether EKS upgrades its node on request: a node of a managed group, or of Fargate
 * @param mayStayBehind whether recorded updates show that its control plane can be rolled back now, so that nodes may wait
 * @param controlPlane the control plane it talks to
 * @param policy how far it may be behind
 */
public record Kubelet(
        String key,
        @Nullable String cluster,
        String displayName,
        Place place,
        Truth existence,
        Value<MinorVersion> version,
        boolean followsCluster,
        Truth eksUpgrades,
        Truth mayStayBehind,
        ControlPlane controlPlane,
        SkewPolicy policy)
        implements Subject {

    /** Whether its version is known, or at least what it depends on; what cannot be told at all is said once, by EKS-VER-005. */
    public Truth isVersionSaid() {
        return Truth.of(followsCluster || !version.isUnresolved(), version.ground("version of the nodes"));
    }

    /** Whether it is newer than the API server, which never works. */
    public Truth isNewer() {
        return compared((server, kubelet) -> kubelet.compareTo(server) > 0);
    }

    /** Whether it is older than the API server. */
    public Truth isBehind() {
        return compared((server, kubelet) -> kubelet.compareTo(server) < 0);
    }

    /** Whether it is older than the API server as it is before any planned upgrade. */
    public Truth isBehindCurrent() {
        return VersionPair.compared(
                controlPlane.current(), version, (server, kubelet) -> kubelet.compareTo(server) < 0);
    }

    /**
     * Whether it is more minors behind the API server than Kubernetes allows.
     *
     * @param atMost a stricter limit; larger than what Kubernetes allows, it changes nothing
     */
    public Truth isTooFarBehind(int atMost) {
        return compared((server, kubelet) -> server.ahead(kubelet) > Math.min(atMost, policy.allowedBehind(kubelet)));
    }

    /** How many minors it is behind, as a message shows it. */
    public String minorsBehind() {
        return version.known()
                .flatMap(kubelet -> controlPlane.version().known().map(server -> server.ahead(kubelet)))
                .map(behind -> behind == 1 ? "1 minor" : behind + " minors")
                .orElse("not known how many minors");
    }

    /** The oldest kubelet the control plane works with, as a message shows it. */
    public String oldestAllowed() {
        return controlPlane
                .version()
                .known()
                .map(server -> policy.oldestKubelet(server).toString())
                .orElse("not known");
    }

    private Truth compared(BiPredicate<MinorVersion, MinorVersion> test) {
        if (followsCluster && !controlPlane.planned()) {
            return Truth.of(
                    false,
                    Ground.fact("version of the nodes", "that of the cluster when they are made", version.places()));
        }
        return VersionPair.compared(controlPlane.version(), version, test);
    }
}
