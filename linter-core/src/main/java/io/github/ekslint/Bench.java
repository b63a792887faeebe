package io.github.ekslint;

import io.github.ekslint.config.Config;
import io.github.ekslint.engine.Cases;
import io.github.ekslint.engine.Facts;
import io.github.ekslint.engine.Judge;
import io.github.ekslint.engine.Parameters;
import io.github.ekslint.engine.RuleEngine;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Input;
import io.github.ekslint.model.Subject;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.topology.Circumstances;
import io.github.ekslint.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Judges estates by the rules of a run. */
final class Bench {

    private final Supplier<RuleEngine> engine;
    private final List<Rule> rules;
    private final List<Parameters> parameters;

    /** A bench with the rules as they are judged; the engine starts with the first estate. */
    Bench(Supplier<RuleEngine> engine, List<Rule> rules, Config config) {
        this.engine = engine;
        this.rules = rules;
        this.parameters = rules.stream()
                .map(r -> new Parameters(r.id(), config.parameters(r)))
                .toList();
    }

    List<Verdict> judge(List<Estate> estates, Circumstances circumstances) {
        if (estates.isEmpty() || rules.isEmpty()) {
            return List.of();
        }
        Stream<Estate> stream = estates.size() > 4 ? estates.parallelStream() : estates.stream();
        return stream.flatMap(e -> judge(e, circumstances).stream()).toList();
    }

    /** What an estate as a whole leaves open is asked of each of its cases. */
    private List<Verdict> judge(Estate estate, Circumstances circumstances) {
        List<Verdict> whole = verdicts(facts(estate, circumstances));
        if (whole.stream().noneMatch(v -> v.result() == Verdict.Result.UNKNOWN)) {
            return whole;
        }
        Map<Map<Input, String>, List<Verdict>> cases = new LinkedHashMap<>();
        estate.cases().forEach(c -> cases.put(c.inputs(), verdicts(facts(c.estate(), circumstances))));
        return Cases.joined(whole, cases);
    }

    /** The engine is asked for last: it may still be starting while facts are derived. */
    private List<Verdict> verdicts(Facts facts) {
        return new Judge(engine.get()).judge(facts, rules);
    }

    private Facts facts(Estate estate, Circumstances circumstances) {
        List<Subject> subjects = new ArrayList<>(estate.facts());
        List<Object> others = new ArrayList<>(parameters);
        for (Object derived : Topology.of(estate, circumstances)) {
            if (derived instanceof Subject subject) {
                subjects.add(subject);
            } else {
                others.add(derived);
            }
        }
        return new Facts(estate, subjects, others);
    }
}
