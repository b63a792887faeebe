package io.github.ekslint.reader.datum;

import io.github.ekslint.model.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Evaluates under every value of the open inputs that the operands depend on. */
public final class Choices {

    /** More outcomes than this are not told apart. */
    public static final int MAX_CASES = 256;

    private Choices() {}

    /** The result for one operand, case by case. */
    public static Datum map(Datum operand, Function<Datum, Datum> function) {
        return lift(List.of(operand), all -> function.apply(all.get(0)));
    }

    /** The result for several operands; each input has one value in all of them. */
    public static Datum lift(List<Datum> operands, Function<List<Datum>, Datum> function) {
        int[] left = {MAX_CASES};
        Datum result = lift(operands, function, left);
        return left[0] < 0 ? tooMany(operands) : result;
    }

    private static Datum lift(List<Datum> operands, Function<List<Datum>, Datum> function, int[] left) {
        for (Datum operand : operands) {
            if (operand instanceof Datum.Choice choice) {
                Input input = choice.input();
                Map<String, Datum> cases = new LinkedHashMap<>();
                for (String value : input.values()) {
                    if (left[0] < 0) {
                        return choice;
                    }
                    List<Datum> chosen = new ArrayList<>();
                    operands.forEach(o -> chosen.add(under(o, input, value)));
                    cases.put(value, under(lift(chosen, function, left), input, value));
                }
                return new Datum.Choice(input, cases, choice.places());
            }
        }
        left[0]--;
        Datum result = function.apply(operands);
        left[0] -= leaves(result) - 1;
        return result;
    }

    /** What is left of a choice once the input has a value. */
    public static Datum under(Datum datum, Input input, String value) {
        if (!(datum instanceof Datum.Choice choice)) {
            return datum;
        }
        if (choice.input().equals(input)) {
            Datum chosen = choice.cases().get(value);
            return chosen == null ? datum : under(chosen, input, value);
        }
        Map<String, Datum> cases = new LinkedHashMap<>();
        choice.cases().forEach((v, d) -> cases.put(v, under(d, input, value)));
        return new Datum.Choice(choice.input(), cases, choice.places());
    }

    private static int leaves(Datum datum) {
        return datum instanceof Datum.Choice choice
                ? choice.cases().values().stream().mapToInt(Choices::leaves).sum()
                : 1;
    }

    private static Datum tooMany(List<Datum> operands) {
        return new Datum.Unknown(
                Gap.because("it depends on too many open inputs at once"),
                operands.stream()
                        .flatMap(o -> o.places().stream())
                        .distinct()
                        .limit(8)
                        .toList());
    }
}
