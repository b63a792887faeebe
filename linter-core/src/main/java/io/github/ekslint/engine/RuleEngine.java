package io.github.ekslint.engine;

import io.github.ekslint.rule.Rule;
import java.util.List;

/** Runs rules over the facts of one estate. Implementations may be called from several threads. */
public interface RuleEngine {

    /**
     * What the rules say.
     *
     * @param rules those that are to be judged
     * @throws RuleFailure when a rule breaks
     */
    List<Judgement> run(Facts facts, List<Rule> rules);
}
