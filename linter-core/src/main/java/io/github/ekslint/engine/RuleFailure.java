package io.github.ekslint.engine;

/** A bug in a rule or in the engine: the run ends with status 3, and says which rule and subject it was. */
public final class RuleFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure without a cause of its own. */
    public RuleFailure(String message) {
        super(message);
    }

    /** A failure that another exception caused. */
    public RuleFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
