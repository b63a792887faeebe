package io.github.ekslint.rule;

import java.util.Locale;

/** How bad a finding is. The order is from bad to harmless. */
public enum Severity {
    /** AWS or Kubernetes refuses it, or it breaks the cluster. */
    ERROR,
    /** A recommendation of AWS or Kubernetes is not followed, or a sure way into trouble is taken. */
    WARNING,
    /** A fact or hint that never fails a run. */
    INFO;

    /** The name in metadata, configuration and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is as bad as the other one, or worse. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
