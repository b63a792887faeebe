package io.github.ekslint.engine.drools;

import io.github.ekslint.engine.Facts;
import io.github.ekslint.engine.Judgement;
import io.github.ekslint.engine.RuleEngine;
import io.github.ekslint.engine.RuleFailure;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RulePack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;

/**
 * Runs rules that were compiled at build time. Nothing is compiled at run time: the models are instantiated by the class names
 * that the build lists.
 */
public final class DroolsEngine implements RuleEngine {

    private final KieBase rules;

    /**
     * Loads the compiled rules of the packs.
     *
     * @throws IllegalStateException when a pack lists a model that is not there
     */
    public DroolsEngine(List<RulePack> packs) {
        this(KieBaseBuilder.createKieBaseFromModel(
                packs.stream().flatMap(p -> models(p).stream()).toList()));
    }

    /** An engine over rules that are compiled already. */
    public DroolsEngine(KieBase rules) {
        this.rules = rules;
    }

    @Override
    public List<Judgement> run(Facts facts, List<Rule> selected) {
        Map<String, Rule> byId = selected.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        Verdicts verdicts = new Verdicts(byId);
        AgendaFilter onlySelected = match -> byId.containsKey(idOf(match.getRule()));
        KieSession session = rules.newKieSession();
        try {
            session.setGlobal("verdicts", verdicts);
            facts.subjects().forEach(session::insert);
            facts.others().forEach(session::insert);
            session.fireAllRules(onlySelected);
        } catch (RuleFailure failure) {
            throw failure;
        } catch (RuntimeException e) {
            throw new RuleFailure(
                    "a rule broke on %s: %s".formatted(facts.estate().id(), deepest(e)), e);
        } finally {
            session.dispose();
        }
        return verdicts.all();
    }

    /** The ids of all compiled rules, with repetition where several Drools rules carry the same one. */
    public List<String> ids() {
        return rules.getKiePackages().stream()
                .flatMap(p -> p.getRules().stream())
                .map(DroolsEngine::idOf)
                .sorted()
                .toList();
    }

    static String idOf(org.kie.api.definition.rule.Rule rule) {
        return String.valueOf(rule.getMetaData().get("id"));
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause);
    }

    private static List<Model> models(RulePack pack) {
        ClassLoader loader = pack.getClass().getClassLoader();
        List<Model> models = new ArrayList<>();
        try (InputStream list = loader.getResourceAsStream(pack.modelList())) {
            if (list == null) {
                throw new IllegalStateException(
                        "the rule pack %s has no compiled rules (%s)".formatted(pack.name(), pack.modelList()));
            }
            for (String name : new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && line.indexOf(':') < 0)
                    .toList()) {
                models.add((Model)
                        loader.loadClass(name.trim()).getDeclaredConstructor().newInstance());
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules of %s cannot be loaded".formatted(pack.name()), e);
        }
        return models;
    }
}
