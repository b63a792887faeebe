package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PolicyStatement;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy of IAM: JSON in a text, of which parts may not be known, or what
 * <a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document">aws_iam_policy_document</a>
 * makes of its statements.
 *
 * @param statements as far as they are known
 * @param rest why there may be others; null when there are none
 */
record PolicyDocument(List<Statement> statements, Value.@Nullable Unresolved<?> rest) {

    private static final String DATA = "aws_iam_policy_document";

    /** Stands in JSON for what is not known. */
    private static final String UNKNOWN = "\uE000";

    private static final int DEEPEST = 8;

    /**
     * A statement.
     *
     * @param services the AWS services it speaks of, in a trust policy
     */
    record Statement(PolicyStatement policy, Listing<Value<String>> services) {}

    /** The policy that an attribute of a resource holds; empty when nothing of it is known. */
    static Optional<PolicyDocument> of(Props props, String attribute, TfResources resources) {
        return of(props.datum(attribute), props, props.place(attribute), resources, 0);
    }

    private static Optional<PolicyDocument> of(Datum policy, Props props, Place at, TfResources resources, int depth) {
        if (depth > DEEPEST || !(AnyPartition.spelled(policy) instanceof Datum.Text text)) {
            return Optional.empty();
        }
        if (text.known() == null && text.target() != null) {
            return resources
                    .dataByKey(text.target().key())
                    .filter(d -> d.type().equals(DATA))
                    .map(d -> made(d, resources, depth));
        }
        StringBuilder json = new StringBuilder();
        text.pieces().forEach(p -> json.append(p.gap() == null ? p.text() : UNKNOWN));
        return json.toString().equals(UNKNOWN)
                ? Optional.empty()
                : Sources.parse("policy", json.toString()).documents().stream()
                        .findFirst()
                        .map(Document::root)
                        .flatMap(Node::asMapping)
                        .map(m -> written(m, at));
    }

    private static PolicyDocument written(Node.Mapping document, Place at) {
        List<Statement> statements = several(document.get("Statement"))
                .flatMap(s -> s.asMapping().stream())
                .map(s -> statement(s, at))
                .toList();
        return new PolicyDocument(statements, null);
    }

    private static Statement statement(Node.Mapping statement, Place at) {
        Listing<Value<String>> resources = texts(statement.get("Resource"), at);
        boolean narrowed = statement.get("Condition").isPresent() || !everything(resources);
        PolicyStatement policy = new PolicyStatement(
                at,
                statement.get("Effect").<Value<String>>map(e -> value(e, at)).orElseGet(() -> Value.absent(at)),
                texts(statement.get("Action"), at),
                texts(statement.get("NotAction"), at),
                narrowed);
        return new Statement(policy, texts(statement.at("Principal", "Service"), at));
    }

    private static boolean everything(Listing<Value<String>> resources) {
        return resources.items().stream()
                .anyMatch(v -> v.known().filter("*"::equals).isPresent());
    }

    private static Listing<Value<String>> texts(Optional<Node> node, Place at) {
        return node.isEmpty()
                ? Listing.absent(at)
                : Listing.explicit(several(node).map(n -> value(n, at)).toList(), at);
    }

    /** A policy may write a list of one as its item. */
    private static Stream<Node> several(Optional<Node> node) {
        return node.stream()
                .flatMap(n -> n.asSequence().map(s -> s.items().stream()).orElseGet(() -> Stream.of(n)));
    }

    private static Value<String> value(Node node, Place at) {
        return node.asScalar()
                .map(Node.Scalar::text)
                .filter(t -> !t.contains(UNKNOWN))
                .<Value<String>>map(t -> Value.explicit(t, at))
                .orElseGet(() -> Value.unresolved("a part of the policy is not known", List.of(at)));
    }

    /** What the data source makes, with the documents it starts from. */
    private static PolicyDocument made(TfResource data, TfResources resources, int depth) {
        Props props = data.attributes();
        Props.Children written = props.children("statement");
        List<Statement> statements = new ArrayList<>();
        Value.Unresolved<?> rest = written.rest();
        if (props.has("override_policy_documents") || props.has("override_json")) {
            rest = open("which statements %s replaces is not worked out", data);
        }
        for (Datum source : sources(props)) {
            Optional<PolicyDocument> document = of(source, props, data.place(), resources, depth + 1);
            document.ifPresent(d -> statements.addAll(d.statements()));
            if (document.isEmpty() || document.get().rest() != null) {
                rest = open("what %s starts from is not known", data);
            }
        }
        written.all().forEach(s -> statements.add(statement(s)));
        return new PolicyDocument(List.copyOf(statements), rest);
    }

    private static List<Datum> sources(Props props) {
        Datum several = props.datum("source_policy_documents");
        List<Datum> sources = new ArrayList<>();
        if (several instanceof Datum.Items items) {
            sources.addAll(items.items());
        } else if (!(several instanceof Datum.Nothing)) {
            sources.add(several);
        }
        if (props.has("source_json")) {
            sources.add(props.datum("source_json"));
        }
        return sources;
    }

    private static Statement statement(Props props) {
        Place at = props.at();
        Listing<Value<String>> resources = props.texts("resources").orElseGet(() -> Listing.absent(at));
        PolicyStatement policy = new PolicyStatement(
                at,
                props.textOr("effect", "Allow"),
                props.texts("actions").orElseGet(() -> Listing.absent(at)),
                props.texts("not_actions").orElseGet(() -> Listing.absent(at)),
                props.has("condition") || !everything(resources));
        return new Statement(policy, services(props));
    }

    private static Listing<Value<String>> services(Props statement) {
        Props.Children principals = statement.children("principals");
        List<Value<String>> services = new ArrayList<>();
        Value.Unresolved<?> rest = principals.rest();
        for (Props principal : principals.all()) {
            boolean service = principal
                    .text("type")
                    .flatMap(Value::known)
                    .filter("Service"::equals)
                    .isPresent();
            Optional<Listing<Value<String>>> named =
                    principal.list("identifiers", d -> principal.text(AnyPartition.spelled(d), "identifiers"));
            if (service && named.isPresent()) {
                services.addAll(named.get().items());
                rest = named.get().isComplete() ? rest : named.get().rest();
            }
        }
        Listing<Value<String>> all = Listing.explicit(services, principals.place());
        return rest == null ? all : all.withRest(rest);
    }

    private static Value.Unresolved<?> open(String why, TfResource data) {
        return new Value.Unresolved<>(why.formatted(data.address()), List.of(data.place()), List.of(), null, null);
    }

    /** As a list of statements. */
    Listing<PolicyStatement> listing(Place at) {
        Listing<PolicyStatement> all =
                Listing.explicit(statements.stream().map(Statement::policy).toList(), at);
        return rest == null ? all : all.withRest(rest);
    }
}
