package io.github.ekslint.engine.drools;

import io.github.ekslint.model.Distinctness;
import io.github.ekslint.model.Member;
import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.AccumulateFunction;

/** How many different values there are: {@code accumulate( …; $zones : distinct($zone) )} over {@link Member}s. */
public final class Distinct implements AccumulateFunction<Distinct.Members>, Externalizable {

    private static final long serialVersionUID = 1L;

    /** The members collected so far. */
    public static final class Members implements Serializable {
        private static final long serialVersionUID = 1L;
        private final transient List<Member> members = new ArrayList<>();
    }

    /** For Drools. */
    public Distinct() {}

    @Override
    public Members createContext() {
        return new Members();
    }

    @Override
    public void init(Members members) {
        members.members.clear();
    }

    @Override
    public void accumulate(Members members, Object value) {
        members.members.add((Member) value);
    }

    @Override
    public void reverse(Members members, Object value) {
        members.members.remove((Member) value);
    }

    @Override
    public Object getResult(Members members) {
        return new Distinctness(members.members);
    }

    @Override
    public boolean supportsReverse() {
        return true;
    }

    @Override
    public Class<?> getResultType() {
        return Distinctness.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {}

    @Override
    public void readExternal(ObjectInput in) {}
}
