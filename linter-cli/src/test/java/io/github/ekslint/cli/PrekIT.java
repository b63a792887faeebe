package io.github.ekslint.cli;

/** With prek. */
class PrekIT extends HookRunnerContract {

    PrekIT() {
        super(Python.PREK);
    }
}
