package io.github.ekslint.cli;

/** The command cannot be carried out as it was given. The message says which option and why. */
final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
