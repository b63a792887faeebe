package io.github.ekslint.cli;

/** What the exit status says; where several apply, the highest one counts. */
enum Exit {
    /** Nothing at or above the threshold. */
    CLEAN("nothing at or above the threshold of --fail-on"),
    /** Findings at or above the threshold. */
    FINDINGS("findings at or above the threshold"),
    /** It could not run, or an input that looks like a cluster spec could not be read. */
    INPUT("it could not run, or an input that looks like a cluster spec could not be read"),
    /** A bug in ekslint. */
    BUG("a bug in ekslint");

    private final String meaning;

    Exit(String meaning) {
        this.meaning = meaning;
    }

    int status() {
        return ordinal();
    }

    String meaning() {
        return meaning;
    }

    Exit or(Exit other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
