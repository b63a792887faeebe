package io.github.ekslint.request;

/** What was asked for cannot be carried out. The message says what is wrong with it, for the person who asked. */
public final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An error with that message, which may have several lines. */
    public UsageError(String message) {
        super(message);
    }
}
