package io.github.ekslint.engine;

import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Input;
import io.github.ekslint.model.Settlement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Joins what is said of an estate as a whole with what is said of it in each case of its open inputs: what is the same in all
 * cases is decided, and what is violated in some of them says in which.
 */
public final class Cases {

    private final Map<Map<Input, String>, Map<String, Verdict>> cases = new LinkedHashMap<>();

    private Cases(Map<Map<Input, String>, List<Verdict>> cases) {
        cases.forEach((inputs, verdicts) -> this.cases.put(inputs, byIdentity(verdicts)));
    }

    /**
     * The verdicts on an estate.
     *
     * @param whole of the estate, whatever its inputs are; those that are decided stand
     * @param cases of the estate for each combination of the values of some inputs; without any, the whole stands
     */
    public static List<Verdict> joined(List<Verdict> whole, Map<Map<Input, String>, List<Verdict>> cases) {
        return cases.isEmpty() ? whole : new Cases(cases).joined(byIdentity(whole));
    }

    private List<Verdict> joined(Map<String, Verdict> whole) {
        Set<String> identities = new LinkedHashSet<>(whole.keySet());
        cases.values().forEach(c -> identities.addAll(c.keySet()));
        List<Verdict> joined = new ArrayList<>();
        for (String identity : identities) {
            Optional<Verdict> decided = Optional.ofNullable(whole.get(identity)).filter(v -> !isUnknown(v));
            decided.or(() -> ofCases(identity, Optional.ofNullable(whole.get(identity))))
                    .ifPresent(joined::add);
        }
        return joined.stream().sorted().toList();
    }

    /** Empty for what is there in no case, such as what stands for the unknown rest of a list. */
    private Optional<Verdict> ofCases(String identity, Optional<Verdict> whole) {
        List<Verdict> each = cases.values().stream()
                .flatMap(c -> Optional.ofNullable(c.get(identity)).stream())
                .toList();
        List<Verdict> failing =
                each.stream().filter(v -> v.result() == Result.FAIL).toList();
        if (!failing.isEmpty()) {
            return Optional.of(
                    failing.size() == cases.size()
                            ? failing.get(0)
                            : whole.filter(w -> !w.when().isEmpty()).orElseGet(() -> failsInSome(identity, failing)));
        }
        return whole.filter(w -> !w.when().isEmpty() && each.stream().anyMatch(Cases::isUnknown))
                .or(() -> each.stream().filter(Cases::isUnknown).findFirst())
                .or(() -> each.stream().filter(v -> v.result() == Result.PASS).findFirst())
                .or(() -> each.stream().findFirst());
    }

    private Verdict failsInSome(String identity, List<Verdict> failing) {
        Verdict fail = failing.get(0);
        Set<Map<Input, String>> when = new LinkedHashSet<>();
        cases.forEach((inputs, verdicts) -> {
            if (fails(verdicts.get(identity))) {
                when.add(inputs);
            }
        });
        Set<Input> telling = telling(when);
        Set<Settlement> settledBy = new TreeSet<>();
        telling.forEach(i -> settledBy.add(Settlement.parameter(i.name())));
        cases.values().stream()
                .flatMap(c -> Optional.ofNullable(c.get(identity)).stream())
                .forEach(v -> settledBy.addAll(v.settledBy()));
        String names = telling.stream().map(Input::name).collect(Collectors.joining(" and "));
        return new Verdict(
                fail.rule(),
                fail.estate(),
                fail.subject(),
                fail.part(),
                Result.UNKNOWN,
                fail.outcome(),
                fail.severity(),
                Judge.cannotTell(fail.rule(), fail.subject(), fail.part(), "it depends on " + names),
                fail.clusterName(),
                fail.region(),
                fail.place(),
                when.stream().map(inputs -> shown(inputs, telling)).distinct().toList(),
                fail.grounds(),
                List.copyOf(settledBy));
    }

    /** The inputs with another value of which some case would not fail. */
    private Set<Input> telling(Set<Map<Input, String>> failing) {
        Set<Input> telling = new TreeSet<>();
        for (Map<Input, String> one : failing) {
            one.keySet().forEach(input -> input.values().forEach(value -> {
                Map<Input, String> other = new TreeMap<>(one);
                other.put(input, value);
                if (!failing.contains(other)) {
                    telling.add(input);
                }
            }));
        }
        return telling;
    }

    private static String shown(Map<Input, String> inputs, Set<Input> telling) {
        return inputs.entrySet().stream()
                .filter(e -> telling.contains(e.getKey()))
                .map(e -> e.getKey().name() + " is " + e.getValue())
                .collect(Collectors.joining(" and "));
    }

    private static boolean fails(@org.jspecify.annotations.Nullable Verdict verdict) {
        return verdict != null && verdict.result() == Result.FAIL;
    }

    private static boolean isUnknown(Verdict verdict) {
        return verdict.result() == Result.UNKNOWN;
    }

    private static Map<String, Verdict> byIdentity(List<Verdict> verdicts) {
        Map<String, Verdict> byIdentity = new LinkedHashMap<>();
        verdicts.forEach(v -> byIdentity.put(
                String.join(
                        "\u0000", v.rule().id(), v.subject().kind(), v.subject().key(), v.part()),
                v));
        return byIdentity;
    }
}
