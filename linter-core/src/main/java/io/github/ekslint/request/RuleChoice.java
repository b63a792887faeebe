package io.github.ekslint.request;

import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds rules by what a person types. */
public record RuleChoice(RuleCatalogue catalogue) {

    /**
     * The rule of that id or name.
     *
     * @throws UsageError when there is none, with the nearest one that there is
     */
    public Rule one(String typed) {
        String wanted = typed.strip();
        return catalogue
                .find(wanted.toUpperCase(Locale.ROOT))
                .or(() -> catalogue.rules().stream()
                        .filter(r -> r.name().equalsIgnoreCase(wanted))
                        .findFirst())
                .orElseThrow(() -> new UsageError("there is no rule “%s”%s".formatted(wanted, suggestion(wanted))));
    }

    /**
     * Which rules are judged.
     *
     * @param selected ids or names; empty for all
     * @param ignored ids or names
     * @throws UsageError when there is no such rule
     */
    public Predicate<Rule> only(List<String> selected, List<String> ignored) {
        Set<String> in = ids(selected);
        Set<String> out = ids(ignored);
        return rule -> (in.isEmpty() || in.contains(rule.id())) && !out.contains(rule.id());
    }

    private Set<String> ids(List<String> typed) {
        Set<String> ids = new HashSet<>();
        for (String id : typed) {
            ids.add(one(id).id());
        }
        return ids;
    }

    private String suggestion(String typed) {
        List<String> names = new ArrayList<>();
        catalogue.rules().forEach(r -> {
            names.add(r.id());
            names.add(r.name());
        });
        Optional<String> nearest = Nearest.of(typed, names);
        return nearest.map(n -> "; the nearest is " + n).orElse("; “ekslint rules” lists them");
    }
}
