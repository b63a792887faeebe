package io.github.ekslint.engine;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.rule.Outcome;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the right-hand side of a rule says about one subject. The rule joins facts and states conditions; severity, message,
 * place, applicability and what is not known are worked out from this afterwards.
 */
public final class Judgement {

    private final Rule rule;
    private final Subject subject;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Map<String, Truth> fails = new LinkedHashMap<>();
    private String part = "";
    private @Nullable Place place;
    private Truth applicable = Truth.yes();
    private String otherwise = "";

    /** Starts a judgement; the engine does that. */
    public Judgement(Rule rule, Subject subject) {
        this.rule = rule;
        this.subject = subject;
    }

    /** Says which part of the subject is judged; each part gets a verdict of its own. */
    public Judgement part(String name) {
        part = name;
        return this;
    }

    /** Points at a value, or at its enclosing block when it is not written. */
    public Judgement at(Value<?> value) {
        return at(value.places());
    }

    /** Points at a list. */
    public Judgement at(Listing<?> list) {
        return at(list.places());
    }

    /** Points at another fact. */
    public Judgement at(Subject other) {
        place = other.place();
        return this;
    }

    private Judgement at(List<Place> places) {
        if (!places.isEmpty()) {
            place = places.get(0);
        }
        return this;
    }

    /**
     * Says under which condition the requirement applies to this subject.
     *
     * @param condition may be called several times: all conditions have to hold
     * @param reason why it does not apply when the condition does not hold, as a clause
     */
    public Judgement given(Truth condition, String reason) {
        if (condition.isFalse() && !applicable.isFalse()) {
            otherwise = reason;
        }
        applicable = applicable.and(condition);
        return this;
    }

    /** Passes something on to the message. */
    public Judgement with(String name, Object value) {
        String text;
        if (value instanceof Value<?> v) {
            text = v.shown();
        } else if (value instanceof Listing<?> list) {
            text = list.shown();
        } else if (value instanceof Ref ref) {
            text = ref.shown();
        } else if (value instanceof Subject other) {
            text = other.displayName();
        } else {
            text = String.valueOf(value);
        }
        shown.put(name, text);
        return this;
    }

    /** Demands that something holds; the outcome is {@code violated} when it does not. */
    public Judgement require(Truth holds) {
        return forbid(Outcome.VIOLATED, holds.not());
    }

    /** Demands that something does not hold, and names the outcome when it does. The first outcome that holds counts. */
    public Judgement forbid(String outcome, Truth holds) {
        rule.outcome(outcome);
        if (fails.put(outcome, holds) != null) {
            throw new IllegalStateException("%s judges the outcome %s twice".formatted(rule.id(), outcome));
        }
        return this;
    }

    Rule rule() {
        return rule;
    }

    Subject subject() {
        return subject;
    }

    String part() {
        return part;
    }

    Truth applicable() {
        return applicable;
    }

    String otherwise() {
        return otherwise;
    }

    Map<String, Truth> fails() {
        return fails;
    }

    Map<String, String> shown() {
        return shown;
    }

    /** The place the rule points at; else that of the first ground that has one; else the subject's. */
    Place place(List<Ground> grounds) {
        if (place != null) {
            return place;
        }
        return grounds.stream()
                .flatMap(g -> g.places().stream().limit(1))
                .findFirst()
                .orElse(subject.place());
    }
}
