package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the value of an expression
 * (<a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">intrinsic
 * functions</a>). Nothing is ever executed or fetched.
 */
final class Evaluator {

    /** How templates mark what a macro of their own fills in. */
    private static final Pattern MARKED = Pattern.compile("~~[^~]+~~|@@[^@]+@@");

    private Evaluator() {}

    /** The value of a node. */
    static Datum eval(Node node, Scope scope) {
        if (!scope.stack().run().enter()) {
            return Datum.unknown("the expression is nested too deep, or the template is too complex", node.place());
        }
        try {
            return value(node, scope);
        } finally {
            scope.stack().run().leave();
        }
    }

    private static Datum value(Node node, Scope scope) {
        Optional<Call> call = Call.of(node);
        if (call.isPresent()) {
            return Functions.apply(call.get(), scope);
        }
        if (node instanceof Node.Mapping mapping) {
            return new TemplateMembers(mapping, scope);
        }
        if (node instanceof Node.Sequence sequence) {
            return list(sequence, scope);
        }
        return scalar((Node.Scalar) node, scope);
    }

    /** The items that are there: what is surely nothing is left out. */
    private static Datum list(Node.Sequence sequence, Scope scope) {
        List<Datum> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            Datum datum = eval(item, scope);
            if (!(datum instanceof Datum.Nothing)) {
                items.add(datum);
            }
        }
        return new Datum.Items(items, provenance(scope), places(sequence.place(), scope));
    }

    private static Datum scalar(Node.Scalar scalar, Scope scope) {
        if (scalar.isNull()) {
            scope.stack()
                    .run()
                    .report(Problem.error("null-value", scalar.place(), "CloudFormation takes no null values"));
            return new Datum.Nothing(places(scalar.place(), scope));
        }
        List<Place> places = places(scalar.place(), scope);
        if (scope.stack().template().hasMacro() && MARKED.matcher(scalar.text()).matches()) {
            return Datum.Text.gap(Gap.because("a macro replaces it, when the stack is deployed"), places);
        }
        return DynamicReferences.inPart(text(scope.filled(scalar.text()), provenance(scope), places));
    }

    /** A literal text; the function around it takes care of dynamic references in it. */
    static Datum.Text text(String literal, Provenance provenance, List<Place> places) {
        return new Datum.Text(List.of(Datum.Piece.of(literal)), provenance, places, null);
    }

    static Provenance provenance(Scope scope) {
        return scope.assumed().isEmpty() ? Provenance.EXPLICIT : Provenance.ASSUMED;
    }

    static List<Place> places(Place use, Scope scope) {
        if (scope.assumed().isEmpty()) {
            return List.of(use);
        }
        List<Place> places = new ArrayList<>(List.of(use));
        places.addAll(scope.assumed());
        return places;
    }

    /**
     * A function with its argument.
     *
     * @param name without {@code Fn::}, such as {@code GetAtt}
     * @param argument as written
     */
    record Call(String name, Node argument, Place place) {

        private static final String PREFIX = "Fn::";

        /** A short form by its tag, or a mapping with the function's name as its only key; empty for other nodes. */
        static Optional<Call> of(Node node) {
            String tag = node.tag();
            if (tag != null && tag.length() > 1 && tag.charAt(0) == '!' && tag.charAt(1) != '!') {
                return Optional.of(new Call(tag.substring(1), untagged(node), node.place()));
            }
            if (node instanceof Node.Mapping mapping && mapping.members().size() == 1) {
                String key = mapping.members().keySet().iterator().next();
                Node argument = mapping.entries().iterator().next().value();
                String name = name(key);
                if (name != null) {
                    return Optional.of(new Call(name, argument, node.place()));
                }
            }
            return Optional.empty();
        }

        private static @Nullable String name(String key) {
            if (key.equals("Ref") || key.equals("Condition")) {
                return key;
            }
            boolean loop = key.startsWith(PREFIX + "ForEach::");
            return key.startsWith(PREFIX) && !loop ? key.substring(PREFIX.length()) : null;
        }

        private static Node untagged(Node node) {
            if (node instanceof Node.Mapping m) {
                return new Node.Mapping(m.place(), null, m.members());
            }
            if (node instanceof Node.Sequence s) {
                return new Node.Sequence(s.place(), null, s.items());
            }
            Node.Scalar scalar = (Node.Scalar) node;
            return new Node.Scalar(scalar.place(), null, scalar.text(), scalar.kind());
        }
    }
}
