package io.github.ekslint.engine.drools;

import io.github.ekslint.model.Truth;
import java.util.List;

/** Whether all truths hold: {@code accumulate( …; $all : allOf($truth) )}. Without any, it holds. */
public final class AllOf extends TruthFunction {

    private static final long serialVersionUID = 1L;

    /** For Drools. */
    public AllOf() {}

    @Override
    Truth result(List<Truth> truths) {
        return Truth.all(truths);
    }
}
