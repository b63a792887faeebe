package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of conditions. Each gives the text {@code true} or {@code false}, or a choice between them. */
final class Logicals {

    private Logicals() {}

    static Datum apply(Evaluator.Call call, Scope scope) {
        if (!(call.argument() instanceof Node.Sequence list) || list.items().isEmpty()) {
            scope.stack()
                    .run()
                    .report(Problem.error(
                            "malformed-function", call.place(), "Fn::%s takes a list".formatted(call.name())));
            return Datum.unknown("Fn::%s is malformed".formatted(call.name()), call.place());
        }
        List<Datum> operands = new ArrayList<>();
        list.items().forEach(i -> operands.add(Evaluator.eval(i, scope)));
        return switch (call.name()) {
            case "Equals" ->
                operands.size() == 2
                        ? Choices.lift(operands, o -> equal(o.get(0), o.get(1), call.place()))
                        : Datum.unknown("Fn::Equals takes two values", call.place());
            case "Not" -> Choices.lift(operands, o -> not(o.get(0), call.place()));
            default -> Choices.lift(operands, o -> connect(o, call.name().equals("And"), call.place()));
        };
    }

    private static Datum equal(Datum left, Datum right, Place place) {
        if (left instanceof Datum.Text l && right instanceof Datum.Text r) {
            String one = l.identity();
            String other = r.identity();
            if (one != null && one.equals(other)) {
                return truth(true, List.of(left, right), place);
            }
            if (l.known() != null && r.known() != null) {
                return truth(false, List.of(left, right), place);
            }
            if (excludes(l, r.known()) || excludes(r, l.known())) {
                return truth(false, List.of(left, right), place);
            }
        }
        return Datum.unknown("whether the two are equal is not known", place);
    }

    private static boolean excludes(Datum.Text open, @Nullable String value) {
        Gap gap = open.gap();
        return value != null
                && gap != null
                && open.pieces().size() == 1
                && gap.not().contains(value);
    }

    private static Datum not(Datum operand, Place place) {
        String known = Texts.known(operand);
        return known == null ? operand : truth(!known.equals("true"), List.of(operand), place);
    }

    private static Datum connect(List<Datum> operands, boolean all, Place place) {
        String decisive = all ? "false" : "true";
        List<Datum> deciding =
                operands.stream().filter(o -> decisive.equals(Texts.known(o))).toList();
        if (!deciding.isEmpty()) {
            return truth(!all, deciding, place);
        }
        return operands.stream()
                .filter(o -> Texts.known(o) == null)
                .findFirst()
                .orElseGet(() -> truth(all, operands, place));
    }

    static Datum truth(boolean value, List<Datum> operands, Place place) {
        Provenance provenance = Provenance.EXPLICIT;
        Set<Place> places = new LinkedHashSet<>(List.of(place));
        for (Datum operand : operands) {
            if (operand instanceof Datum.Text text) {
                provenance = Texts.weaker(provenance, text.provenance());
                places.addAll(text.places());
            }
        }
        return new Datum.Text(List.of(Datum.Piece.of(Boolean.toString(value))), provenance, List.copyOf(places), null);
    }
}
