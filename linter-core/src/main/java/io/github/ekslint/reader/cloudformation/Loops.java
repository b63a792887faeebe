package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of a mapping, with what {@code Fn::ForEach} makes
 * (<a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">Fn::ForEach</a>).
 */
final class Loops {

    private static final String PREFIX = "Fn::ForEach::";

    private Loops() {}

    /**
     * A member.
     *
     * @param place of its key
     */
    record Member(String key, Node value, Scope scope, Place place) {}

    static boolean isLoop(String key) {
        return key.startsWith(PREFIX);
    }

    static List<Member> members(Node.Mapping mapping, Scope scope) {
        List<Member> members = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!isLoop(key)) {
                members.add(new Member(
                        scope.filled(key), entry.value(), scope, entry.key().place()));
            } else if (!scope.stack().run().enter()) {
                return members;
            } else {
                try {
                    members.addAll(expanded(entry, scope));
                } finally {
                    scope.stack().run().leave();
                }
            }
        }
        return members;
    }

    private static List<Member> expanded(Node.Entry entry, Scope scope) {
        Run run = scope.stack().run();
        Optional<Node.Sequence> loop =
                entry.value().asSequence().filter(s -> s.items().size() == 3);
        Optional<Node.Scalar> identifier = loop.flatMap(l -> l.items().get(0).asScalar());
        Optional<Node.Mapping> body = loop.flatMap(l -> l.items().get(2).asMapping());
        if (identifier.isEmpty() || body.isEmpty()) {
            run.report(Problem.error(
                    "malformed-function",
                    entry.key().place(),
                    "Fn::ForEach takes an identifier, a list and a mapping"));
            return List.of();
        }
        Datum collection = Evaluator.eval(loop.get().items().get(1), scope);
        List<Member> members = new ArrayList<>();
        if (!(collection instanceof Datum.Items items)) {
            run.report(Problem.warning(
                    "loop-not-known",
                    entry.key().place(),
                    "the list of %s is not known, so what it makes is not judged"
                            .formatted(entry.key().text())));
            return members;
        }
        for (Datum item : items.items()) {
            String value = Texts.known(item);
            if (value == null || members.size() > Run.MOST_LOOPED) {
                run.report(Problem.warning(
                        "loop-not-known",
                        entry.key().place(),
                        value == null
                                ? "an item of %s is not known, so what it makes is not judged"
                                        .formatted(entry.key().text())
                                : "%s makes more than %d members; the rest is not judged"
                                        .formatted(entry.key().text(), Run.MOST_LOOPED)));
                return members;
            }
            members.addAll(members(body.get(), scope.with(identifier.get().text(), value)));
        }
        return members;
    }
}
