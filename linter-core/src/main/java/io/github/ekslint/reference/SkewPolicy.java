package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;

/**
 * How far kubelets may be behind the API server
 * (<a href="https://kubernetes.io/releases/version-skew-policy/">Kubernetes version skew policy</a>). They may never be ahead.
 *
 * @param wideFrom the oldest kubelet that may be {@code wide} minors behind
 * @param wide how many minors kubelets from {@code wideFrom} on may be behind
 * @param narrow how many minors older kubelets may be behind; at most {@code wide}
 */
public record SkewPolicy(MinorVersion wideFrom, int wide, int narrow) {

    /** Checks the numbers. */
    public SkewPolicy {
        if (narrow < 0 || wide < narrow) {
            throw new IllegalArgumentException("not a skew policy: %d, %d".formatted(wide, narrow));
        }
    }

    /** How many minors a kubelet may be behind the control plane. */
    public int allowedBehind(MinorVersion kubelet) {
        return kubelet.compareTo(wideFrom) >= 0 ? wide : narrow;
    }

    /** The oldest kubelet that a control plane of that version works with. */
    public MinorVersion oldestKubelet(MinorVersion controlPlane) {
        for (int behind = Math.min(wide, controlPlane.minor()); behind > narrow; behind--) {
            MinorVersion kubelet = controlPlane.plus(-behind);
            if (kubelet.compareTo(wideFrom) >= 0) {
                return kubelet;
            }
        }
        return controlPlane.plus(-Math.min(narrow, controlPlane.minor()));
    }

    /** Whether a kubelet may run with a control plane: not ahead of it, and not too far behind. */
    public boolean allows(MinorVersion controlPlane, MinorVersion kubelet) {
        int behind = controlPlane.ahead(kubelet);
        return behind >= 0 && behind <= allowedBehind(kubelet);
    }
}
