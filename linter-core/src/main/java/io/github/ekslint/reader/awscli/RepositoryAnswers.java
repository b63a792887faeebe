package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PolicyStatement;
import io.github.ekslint.model.RepositoryPolicy;
import io.github.ekslint.model.RepositoryStatement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.Sources;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers of Amazon ECR about the policies of repositories. */
final class RepositoryAnswers {

    private RepositoryAnswers() {}

    /** The policy is JSON inside a text of the answer, so that all of it is at the place of that text. */
    static void policy(Take take) {
        Fields fields = take.fields();
        Optional<String> registry = fields.text("registryId").flatMap(Value::known);
        Optional<String> name = fields.text("repositoryName").flatMap(Value::known);
        Optional<Node.Scalar> text = fields.node("policyText").flatMap(Node::asScalar);
        if (registry.isEmpty() || name.isEmpty() || text.isEmpty()) {
            return;
        }
        Optional<Node.Mapping> document = Sources.parse("policyText", text.get().text()).documents().stream()
                .findFirst()
                .map(Document::root)
                .flatMap(Node::asMapping);
        if (document.isEmpty() && !text.get().text().isBlank()) {
            fields.problems()
                    .accept(Problem.warning(
                            "ambiguous-evidence",
                            text.get().place(),
                            "the recorded policyText of repository %s is no policy".formatted(name.get())));
            return;
        }
        Text policy = new Text(fields.origin(), text.get().place());
        Description d = new Description(fields, false)
                .observe(RepositoryPolicy.REPOSITORY, registry.get() + "/" + name.get())
                .set(
                        RepositoryPolicy.STATEMENTS,
                        Listing.observed(
                                document.flatMap(m -> m.get("Statement")).stream()
                                        .flatMap(Text::several)
                                        .flatMap(n -> n.asMapping().stream())
                                        .map(policy::statement)
                                        .toList(),
                                fields.origin(),
                                text.get().place()));
        take.add(RepositoryPolicy::new, RepositoryPolicy.REPOSITORY, d);
    }

    /** Reads a policy that stands at one place. */
    private record Text(String origin, Place place) {

        RepositoryStatement statement(Node.Mapping statement) {
            Optional<Node> principal = statement.get("Principal");
            Optional<Node> named = principal.flatMap(Node::asMapping).flatMap(m -> m.get("AWS"));
            return new RepositoryStatement(
                    new PolicyStatement(
                            place,
                            statement
                                    .text("Effect")
                                    .<Value<String>>map(e -> Value.observed(e, origin, place))
                                    .orElseGet(() -> Value.absent(place)),
                            texts(statement.get("Action")),
                            texts(statement.get("NotAction")),
                            statement.get("Condition").isPresent()
                                    || statement.get("NotPrincipal").isPresent()),
                    texts(principal.filter(p -> p.asScalar().isPresent()).or(() -> named)));
        }

        private Listing<Value<String>> texts(Optional<Node> node) {
            List<Value<String>> items = node.stream()
                    .flatMap(Text::several)
                    .flatMap(n -> n.asScalar().stream())
                    .map(s -> Value.observed(s.text(), origin, place))
                    .toList();
            return node.isEmpty() ? Listing.absent(place) : Listing.observed(items, origin, place);
        }

        /** A policy may write a list of one as its item. */
        static Stream<Node> several(Node node) {
            return node.asSequence().map(s -> s.items().stream()).orElseGet(() -> Stream.of(node));
        }
    }
}
