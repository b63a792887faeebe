package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;

/** Fills in templates. */
final class Templates {

    private Templates() {}

    /** The text; of a template that is one interpolation and nothing else its value, which may be no text. */
    static Datum eval(HclExpression.Template template, Scope scope) {
        Place place = template.place();
        if (template.parts().size() == 1 && template.parts().get(0) instanceof HclExpression.Interpolation only) {
            return Uses.at(Expressions.eval(only.value(), scope), place);
        }
        return text(template.parts(), place, scope);
    }

    private static Datum text(List<HclExpression.Part> parts, Place place, Scope scope) {
        List<Datum> pieces = new ArrayList<>();
        for (HclExpression.Part part : parts) {
            Datum piece = piece(part, place, scope);
            if (Use.isRefused(piece)) {
                return piece;
            }
            pieces.add(piece);
        }
        if (pieces.isEmpty()) {
            return new Use(place).text("");
        }
        Use use = new Use(place, pieces);
        return Texts.concat(pieces, List.of(place), use.provenance());
    }

    private static Datum piece(HclExpression.Part part, Place place, Scope scope) {
        if (part instanceof HclExpression.Text text) {
            return new Use(place).text(text.text());
        } else if (part instanceof HclExpression.Interpolation interpolation) {
            return Expressions.eval(interpolation.value(), scope);
        } else if (part instanceof HclExpression.IfDirective directive) {
            return Choices.map(Expressions.eval(directive.condition(), scope), c -> {
                Boolean truth = Operators.truth(c);
                return truth == null
                        ? new Use(place, c).unknown()
                        : text(truth ? directive.then() : directive.otherwise(), place, scope);
            });
        }
        HclExpression.ForDirective loop = (HclExpression.ForDirective) part;
        return Choices.map(Expressions.eval(loop.collection(), scope), c -> {
            List<Loops.Element> elements = Loops.elements(c, place);
            if (elements == null) {
                return new Use(place, c).unknown();
            }
            List<Datum> pieces = new ArrayList<>();
            for (Loops.Element element : elements) {
                pieces.add(text(loop.body(), place, Loops.bound(scope, loop.key(), loop.value(), element)));
            }
            return pieces.isEmpty()
                    ? new Use(place).text("")
                    : Texts.concat(pieces, List.of(place), new Use(place, pieces).provenance());
        });
    }
}
