package io.github.ekslint.config;

import io.github.ekslint.model.NextHop;
import io.github.ekslint.rule.Parameter;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.source.Problem;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a configuration file says.
 *
 * @param rules by rule id
 * @param shared what all rules that ask for it get, by the path of the setting (one of {@link Parameter#SHARED})
 * @param manifests which Kubernetes manifests belong to which cluster; empty when that is not said
 * @param nextHops what lies behind targets of routes that nothing else describes
 * @param problems what in the file could not be read; the rest of it holds
 */
public record Config(
        Map<String, RuleSettings> rules,
        Map<String, List<String>> shared,
        Optional<Manifests> manifests,
        List<NextHop> nextHops,
        List<Problem> problems) {

    /** Nothing is configured. */
    public static final Config NONE = new Config(Map.of(), Map.of(), Optional.empty(), List.of(), List.of());

    /** Keeps its own copies. */
    public Config {
        rules = Map.copyOf(rules);
        shared = Collections.unmodifiableMap(shared.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> List.copyOf(e.getValue()), (a, b) -> b, LinkedHashMap::new)));
        nextHops = List.copyOf(nextHops);
        problems = List.copyOf(problems);
    }

    /** Parameters of rules by rule id and name, nothing else. */
    public static Config ofParameters(Map<String, Map<String, String>> parameters) {
        Map<String, RuleSettings> rules = new HashMap<>();
        parameters.forEach((id, values) -> rules.put(id, RuleSettings.of(values)));
        return new Config(rules, Map.of(), Optional.empty(), List.of(), List.of());
    }

    /** The rule as it is judged; empty when it is switched off. */
    public Optional<Rule> apply(Rule rule) {
        RuleSettings settings = rules.get(rule.id());
        if (settings == null) {
            return Optional.of(rule);
        }
        return settings.off()
                ? Optional.empty()
                : Optional.of(settings.severity().map(rule::withSeverity).orElse(rule));
    }

    /** The values of a rule's parameters: what is set for the rule, else its default with what is set for all rules. */
    public Map<String, String> parameters(Rule rule) {
        Map<String, String> values = new HashMap<>();
        rule.parameters().forEach((name, parameter) -> values.put(name, initial(parameter)));
        RuleSettings settings = rules.get(rule.id());
        if (settings != null) {
            values.putAll(settings.parameters());
        }
        return values;
    }

    /** A parameter that has a part in what all rules share gets that beside its default. */
    private String initial(Parameter parameter) {
        if (parameter.from().isEmpty()) {
            return parameter.initial();
        }
        Stream<String> given = shared.entrySet().stream()
                .filter(e -> e.getKey().equals(parameter.from()) || e.getKey().startsWith(parameter.from() + "."))
                .flatMap(e -> e.getValue().stream());
        return Stream.concat(Stream.of(parameter.initial()).filter(i -> !i.isEmpty()), given)
                .collect(Collectors.joining(","));
    }
}
