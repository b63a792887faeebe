package io.github.ekslint.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every rule of every pack, by id. Made from the packs' indexes; no rule is compiled or run for it. */
public final class RuleCatalogue {

    private final List<RulePack> packs;
    private final Map<String, Rule> rules;
    private final Map<String, RulePack> packOf;

    private RuleCatalogue(List<RulePack> packs, Map<String, Rule> rules, Map<String, RulePack> packOf) {
        this.packs = packs;
        this.rules = rules;
        this.packOf = packOf;
    }

    /** The catalogue of the packs on the class path. */
    public static RuleCatalogue installed() {
        return installed(RuleCatalogue.class.getClassLoader());
    }

    /** The catalogue of the packs that a class loader sees. */
    public static RuleCatalogue installed(ClassLoader loader) {
        List<RulePack> packs = new ArrayList<>();
        ServiceLoader.load(RulePack.class, loader).forEach(packs::add);
        return of(packs);
    }

    /**
     * The catalogue of these packs.
     *
     * @throws IllegalStateException when two packs have a rule of the same id, or an index is damaged
     */
    public static RuleCatalogue of(List<RulePack> packs) {
        Map<String, Rule> rules = new TreeMap<>();
        Map<String, RulePack> packOf = new TreeMap<>();
        for (RulePack pack : packs) {
            for (Rule rule : RuleIndex.read(pack)) {
                if (rules.put(rule.id(), rule) != null) {
                    throw new IllegalStateException("two rules have the id " + rule.id());
                }
                packOf.put(rule.id(), pack);
            }
        }
        return new RuleCatalogue(List.copyOf(packs), Collections.unmodifiableMap(rules), packOf);
    }

    /** The packs, in the order found. */
    public List<RulePack> packs() {
        return packs;
    }

    /** All rules, by id. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** The rule of that id; empty when there is none. */
    public Optional<Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /**
     * The pack a rule comes from.
     *
     * @throws IllegalArgumentException when the rule is not of this catalogue
     */
    public RulePack packOf(Rule rule) {
        RulePack pack = packOf.get(rule.id());
        if (pack == null) {
            throw new IllegalArgumentException("not in this catalogue: " + rule.id());
        }
        return pack;
    }
}
