package io.github.ekslint.model;

/** Kleene's strong three-valued logic. */
public enum Logic {
    /** Holds. */
    TRUE,
    /** Does not hold. */
    FALSE,
    /** Cannot be told. */
    UNKNOWN;

    /** The two-valued truth as a three-valued one. */
    public static Logic of(boolean known) {
        return known ? TRUE : FALSE;
    }

    /** FALSE when either is, TRUE when both are. */
    public Logic and(Logic other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    /** TRUE when either is, FALSE when both are. */
    public Logic or(Logic other) {
        return not().and(other.not()).not();
    }

    /** Swaps TRUE and FALSE. */
    public Logic not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
