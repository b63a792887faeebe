package io.github.ekslint.engine.drools;

import io.github.ekslint.model.Truth;
import java.util.List;

/** Whether one truth holds: {@code accumulate( …; $any : anyOf($truth) )}. Without any, it does not. */
public final class AnyOf extends TruthFunction {

    private static final long serialVersionUID = 1L;

    /** For Drools. */
    public AnyOf() {}

    @Override
    Truth result(List<Truth> truths) {
        return Truth.any(truths);
    }
}
