package io.github.ekslint.model;

/** How a value came to be known. */
public enum Provenance {
    /** Written in the spec. */
    EXPLICIT,
    /** Not written; AWS or the tool fills it in. */
    DEFAULT,
    /** The default of a parameter or variable, which a deployment may override. */
    ASSUMED,
    /** Recorded from AWS or from the cluster. */
    OBSERVED
}
