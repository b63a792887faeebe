package io.github.ekslint.reference;

import io.github.ekslint.model.Logic;

/** Where a minor version stands on a day; the first three are the EKS API's VersionStatus (API_ClusterVersionInformation). */
public enum SupportStatus {
    /** EKS offers it at the normal price. */
    STANDARD_SUPPORT(Logic.TRUE),
    /** EKS offers it at the price of extended support. */
    EXTENDED_SUPPORT(Logic.TRUE),
    /** EKS offers it no more, and may upgrade control planes at any time. */
    UNSUPPORTED(Logic.FALSE),
    /** EKS does not offer it yet. */
    NOT_RELEASED(Logic.FALSE),
    /** The table does not say, for instance because the version is newer than the table. */
    UNKNOWN(Logic.UNKNOWN);

    private final Logic offered;

    SupportStatus(Logic offered) {
        this.offered = offered;
    }

    /** Whether a cluster of that version can be created. */
    public Logic offered() {
        return offered;
    }
}
