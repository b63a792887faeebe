package io.github.ekslint.engine.drools;

import io.github.ekslint.model.Truth;
import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.AccumulateFunction;

/** An accumulate function over truths. */
abstract class TruthFunction implements AccumulateFunction<TruthFunction.Operands>, Externalizable {

    private static final long serialVersionUID = 1L;

    /** The truths collected so far. */
    static final class Operands implements Serializable {
        private static final long serialVersionUID = 1L;
        private final transient List<Truth> truths = new ArrayList<>();
    }

    abstract Truth result(List<Truth> truths);

    @Override
    public Operands createContext() {
        return new Operands();
    }

    @Override
    public void init(Operands operands) {
        operands.truths.clear();
    }

    @Override
    public void accumulate(Operands operands, Object value) {
        operands.truths.add((Truth) value);
    }

    @Override
    public void reverse(Operands operands, Object value) {
        operands.truths.remove((Truth) value);
    }

    @Override
    public Object getResult(Operands operands) {
        return result(operands.truths);
    }

    @Override
    public boolean supportsReverse() {
        return true;
    }

    @Override
    public Class<?> getResultType() {
        return Truth.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {}

    @Override
    public void readExternal(ObjectInput in) {}
}
