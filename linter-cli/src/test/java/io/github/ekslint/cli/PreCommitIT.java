package io.github.ekslint.cli;

/** With pre-commit. */
class PreCommitIT extends HookRunnerContract {

    PreCommitIT() {
        super(Python.PRE_COMMIT);
    }
}
