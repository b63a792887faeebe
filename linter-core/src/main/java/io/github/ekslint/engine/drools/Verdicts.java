package io.github.ekslint.engine.drools;

import io.github.ekslint.engine.Judgement;
import io.github.ekslint.engine.RuleFailure;
import io.github.ekslint.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the right-hand side of every rule calls, once: {@code verdicts.on(drools.getRule(), $subject)…}. */
public final class Verdicts {

    private final Map<String, io.github.ekslint.rule.Rule> rules;
    private final List<Judgement> judgements = new ArrayList<>();

    Verdicts(Map<String, io.github.ekslint.rule.Rule> rules) {
        this.rules = rules;
    }

    /** Starts the judgement of a subject by the rule that is firing. */
    public Judgement on(org.kie.api.definition.rule.Rule firing, Subject subject) {
        String id = DroolsEngine.idOf(firing);
        io.github.ekslint.rule.Rule rule = rules.get(id);
        if (rule == null) {
            throw new RuleFailure("the Drools rule “%s” has no rule.yaml".formatted(firing.getName()));
        }
        Judgement judgement = new Judgement(rule, subject);
        judgements.add(judgement);
        return judgement;
    }

    List<Judgement> all() {
        return judgements;
    }
}
