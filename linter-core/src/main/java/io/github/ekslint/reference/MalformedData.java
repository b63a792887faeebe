package io.github.ekslint.reference;

import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;

/** Ends the reading of one row of a table; never leaves this package. */
final class MalformedData extends RuntimeException {

    /** The code of all problems with data files. */
    static final String CODE = "reference-data";

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    MalformedData(Node at, String message) {
        super(message, null, false, false);
        this.problem = Problem.error(CODE, at.place(), message);
    }

    Problem problem() {
        return problem;
    }
}
