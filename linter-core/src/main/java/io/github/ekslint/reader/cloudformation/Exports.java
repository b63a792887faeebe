package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Settlement;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stacks of the run export. A name that is not wholly known, such as {@code ${AWS::StackName}-VpcId}, is matched by what is
 * known of it; of several exports that match, none is taken.
 */
final class Exports {

    private static final char OPEN = '\u0001';

    private final List<Export> all = new ArrayList<>();
    private final Set<Link> links = new LinkedHashSet<>();

    private record Export(Stack stack, String output, String name) {}

    /** A stack that uses an export of another. */
    record Link(Stack importer, Stack exporter) {}

    /** Takes the exports of a stack. */
    void add(Stack stack) {
        Optional<Node.Mapping> outputs = stack.template().section("Outputs");
        if (outputs.isEmpty()) {
            return;
        }
        for (Node.Entry output : outputs.get().entries()) {
            output.value()
                    .asMapping()
                    .flatMap(o -> o.at("Export", "Name"))
                    .map(n -> Evaluator.eval(n, Scope.of(stack)))
                    .ifPresent(n -> all.add(new Export(stack, output.key().text(), shape(n))));
        }
    }

    List<Link> links() {
        return List.copyOf(links);
    }

    /** The value exported under a name. */
    Datum find(Datum name, Stack importer, Place place) {
        String wanted = shape(name);
        List<Export> found = all.stream()
                .filter(e -> e.stack() != importer && matches(e.name(), wanted))
                .toList();
        List<Export> exact = found.stream().filter(e -> e.name().equals(wanted)).toList();
        List<Export> near = exact.isEmpty() ? found : exact;
        if (near.size() > 1) {
            List<Export> beside = near.stream()
                    .filter(e -> folder(e.stack()).equals(folder(importer)))
                    .toList();
            near = beside.isEmpty() ? near : beside;
        }
        if (near.size() == 1) {
            Export export = near.get(0);
            links.add(new Link(importer, export.stack()));
            return Functions.at(export.stack().output(export.output(), place), place, Scope.of(importer));
        }
        String shown = wanted.replace(Character.toString(OPEN), "…");
        String why = near.isEmpty()
                ? "it is exported as “%s” by a stack that is not among the inputs".formatted(shown)
                : "%d templates of the inputs export it as “%s”".formatted(near.size(), shown);
        Gap gap = Gap.because(why, Settlement.file("the template that exports " + shown));
        String identity = name instanceof Datum.Text text ? text.identity() : null;
        return Datum.Text.gap(
                identity == null ? gap : gap.as(new io.github.ekslint.model.Symbol("export " + identity, "")),
                List.of(place));
    }

    private static boolean matches(String export, String wanted) {
        if (export.indexOf(OPEN) < 0 && wanted.indexOf(OPEN) < 0) {
            return export.equals(wanted);
        }
        return export.length() > 1 && wanted.length() > 1 && (covers(export, wanted) || covers(wanted, export));
    }

    private static boolean covers(String open, String other) {
        if (open.indexOf(OPEN) < 0) {
            return open.equals(other);
        }
        StringBuilder regex = new StringBuilder();
        for (String literal : open.split(Character.toString(OPEN), -1)) {
            regex.append(regex.isEmpty() ? "" : ".+").append(Pattern.quote(literal));
        }
        // one open piece only: several would make matching slow, and match too much
        return open.chars().filter(c -> c == OPEN).count() <= 2
                && Pattern.compile(regex.toString(), Pattern.DOTALL)
                        .matcher(other)
                        .matches();
    }

    /** The text, with one sign for each piece that is not known. */
    private static String shape(Datum datum) {
        if (!(datum instanceof Datum.Text text)) {
            return Character.toString(OPEN);
        }
        StringBuilder shape = new StringBuilder();
        for (Datum.Piece piece : text.pieces()) {
            shape.append(piece.gap() == null ? piece.text() : Character.toString(OPEN));
        }
        return shape.toString();
    }

    private static String folder(Stack stack) {
        String uri = stack.template().uri();
        return uri.substring(0, uri.lastIndexOf('/') + 1);
    }
}
