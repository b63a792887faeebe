package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Input;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One stack: a template with the parameters it is deployed with. What its expressions give is worked out once. */
final class Stack {

    private final Run run;
    private final Template template;
    private final String name;
    private final @Nullable Resource nestedIn;
    private final Environment environment;
    private final Parameters parameters;
    private final Map<String, Resource> resources;
    private final Map<String, Stack> children = new LinkedHashMap<>();
    private final Map<String, Datum> memo = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    /**
     * @param name unique within the run
     * @param nestedIn the resource of the stack that nests this one; null for a stack of its own
     * @param environment where it will be deployed
     */
    Stack(Run run, Template template, String name, @Nullable Resource nestedIn, Environment environment) {
        this.run = run;
        this.template = template;
        this.name = name;
        this.nestedIn = nestedIn;
        this.parameters = new Parameters(this);
        this.environment = new Environment(
                parameters
                        .byUser("AWS::Region")
                        .or(() -> parameters.byUser("AWS_REGION"))
                        .or(environment::region),
                parameters.byUser("AWS::AccountId").or(environment::account));
        this.resources = readResources();
    }

    Run run() {
        return run;
    }

    Template template() {
        return template;
    }

    String name() {
        return name;
    }

    @Nullable
    Resource nestedIn() {
        return nestedIn;
    }

    /** Where it will be deployed, as far as the user or the CDK says. */
    Environment environment() {
        return environment;
    }

    /**
     * Where a stack is deployed.
     *
     * @param region when it is known
     * @param account when it is known
     */
    record Environment(Optional<String> region, Optional<String> account) {
        static final Environment AGNOSTIC = new Environment(Optional.empty(), Optional.empty());
    }

    /** By logical id, in the order written. */
    Map<String, Resource> resources() {
        return resources;
    }

    /** The stacks nested in this one, by logical id. */
    Map<String, Stack> children() {
        return children;
    }

    /** Remembers the stack that a resource of this one nests. */
    void nest(String id, Stack child) {
        children.put(id, child);
    }

    private Map<String, Resource> readResources() {
        Map<String, Resource> read = new LinkedHashMap<>();
        Optional<Node> section = template.root().get("Resources");
        if (section.isPresent() && section.get().asMapping().isEmpty()) {
            run.report(Problem.error(
                    "wrong-type",
                    section.get().place(),
                    "Resources is %s, not a mapping".formatted(section.get().described())));
        }
        Optional<Node.Mapping> mapping = section.flatMap(Node::asMapping);
        if (mapping.isEmpty()) {
            return read;
        }
        for (Loops.Member member : Loops.members(mapping.get(), Scope.of(this))) {
            Optional<Node.Mapping> body = member.value().asMapping();
            Optional<String> type = body.flatMap(b -> b.text("Type"));
            if (body.isEmpty()) {
                if (!member.key().equals("Fn::Transform")) {
                    run.report(Problem.error(
                            "wrong-type",
                            member.value().place(),
                            "resource %s is %s, not a mapping"
                                    .formatted(member.key(), member.value().described())));
                }
                continue;
            }
            if (type.isEmpty()) {
                if (!member.key().equals("Fn::Transform")) {
                    run.report(Problem.error(
                            "missing-field", member.place(), "resource %s has no Type".formatted(member.key())));
                }
                continue;
            }
            Place place = member.place().withAddress(Resource.address(member.key(), body.get()));
            read.put(
                    member.key(),
                    new Resource(
                            member.scope(),
                            member.key(),
                            type.get(),
                            body.get(),
                            Resource.key(type.get(), name, member.key()),
                            place));
        }
        return read;
    }

    /** What {@code Ref} gives. */
    Datum ref(String wanted, Scope scope, Place place) {
        String loop = scope.loops().get(wanted);
        if (loop != null) {
            return Datum.Text.of(loop, place);
        }
        if (wanted.startsWith("AWS::")) {
            return pseudo(wanted, place);
        }
        if (parameters.has(wanted)) {
            return parameters.get(wanted);
        }
        Resource resource = resources.get(wanted);
        if (resource != null) {
            return Attribute.id(resource);
        }
        return nothingCalled(wanted, "parameter or resource", place);
    }

    /** What {@code Fn::GetAtt} gives. */
    Datum attribute(String id, String attribute, Place place) {
        Resource resource = resources.get(id);
        if (resource == null) {
            return nothingCalled(id, "resource", place);
        }
        if (resource.is("AWS::CloudFormation::Stack") && attribute.startsWith("Outputs.")) {
            Stack child = children.get(id);
            return child != null
                    ? child.output(attribute.substring("Outputs.".length()), place)
                    : new Datum.Unknown(
                            Gap.because(
                                    "it is an output of the nested stack %s, whose template is not among the inputs"
                                            .formatted(id),
                                    Settlement.file("the template of the nested stack " + id)),
                            List.of(place));
        }
        return once(id + "." + attribute, place, () -> Attribute.of(resource, attribute));
    }

    private Datum nothingCalled(String wanted, String what, Place place) {
        if (template.isTransformed()) {
            return Datum.unknown("a transform may make %s".formatted(wanted), place);
        }
        run.report(Problem.error(
                "reference-to-nothing", place, "no %s of this template is called %s".formatted(what, wanted)));
        return Datum.unknown("no %s of the template is called %s".formatted(what, wanted), place);
    }

    /** The text {@code true} or {@code false}, or a choice between them. */
    Datum condition(String wanted, Place place) {
        Optional<Node> node = conditionNode(wanted);
        if (node.isEmpty()) {
            return nothingCalled(wanted, "condition", place);
        }
        return once("condition " + wanted, place, () -> {
            Datum datum = Evaluator.eval(node.get(), Scope.of(this));
            return decided(datum, wanted, node.get().place());
        });
    }

    private Optional<Node> conditionNode(String wanted) {
        return template.section("Conditions").flatMap(c -> {
            Optional<Node> exact = c.get(wanted);
            return exact.isPresent()
                    ? exact
                    : Loops.members(c, Scope.of(this)).stream()
                            .filter(m -> m.key().equals(wanted))
                            .map(Loops.Member::value)
                            .findFirst();
        });
    }

    /** A condition that cannot be decided is an open input itself. */
    private Datum decided(Datum datum, String wanted, Place place) {
        if (datum instanceof Datum.Choice choice) {
            Map<String, Datum> cases = new LinkedHashMap<>();
            choice.cases().forEach((v, d) -> cases.put(v, decided(d, wanted, place)));
            return new Datum.Choice(choice.input(), cases, choice.places());
        }
        if (Texts.known(datum) != null) {
            return datum;
        }
        Map<String, Datum> cases = new LinkedHashMap<>();
        cases.put("true", Datum.Text.of("true", place));
        cases.put("false", Datum.Text.of("false", place));
        return run.open(new Input(scoped(wanted), List.of("true", "false")), cases, place);
    }

    /** The name of a parameter or condition, with the stack where the run has several. */
    String scoped(String own) {
        return nestedIn == null && !run.isShared(own) ? own : name + ":" + own;
    }

    /** What an output gives. */
    Datum output(String wanted, Place place) {
        Optional<Node> value = template.section("Outputs")
                .flatMap(o -> o.get(wanted))
                .flatMap(Node::asMapping)
                .flatMap(o -> o.get("Value"));
        if (value.isEmpty()) {
            if (!template.isTransformed()) {
                run.report(Problem.error(
                        "reference-to-nothing",
                        place,
                        "the nested stack's template %s has no output %s".formatted(template.uri(), wanted)));
            }
            return Datum.unknown("the nested stack has no output %s".formatted(wanted), place);
        }
        return once("output " + wanted, place, () -> Evaluator.eval(value.get(), Scope.of(this)));
    }

    private Datum pseudo(String wanted, Place place) {
        switch (wanted) {
            case "AWS::NoValue" -> {
                return new Datum.Nothing(List.of(place));
            }
            case "AWS::Region" -> {
                if (environment.region().isPresent()) {
                    return Datum.Text.of(environment.region().get(), place);
                }
            }
            case "AWS::Partition", "AWS::URLSuffix" -> {
                Optional<String> partition = environment
                        .region()
                        .flatMap(r -> run.context().data().partitions().ofRegion(r))
                        .map(p -> p.id());
                if (partition.isPresent()) {
                    return Datum.Text.of(
                            wanted.equals("AWS::Partition")
                                    ? partition.get()
                                    : partition.get().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com",
                            place);
                }
            }
            case "AWS::AccountId" -> {
                if (environment.account().isPresent()) {
                    return Datum.Text.of(environment.account().get(), place);
                }
            }
            case "AWS::StackName", "AWS::StackId", "AWS::NotificationARNs" -> {}
            default -> {
                return nothingCalled(wanted, "pseudo parameter", place);
            }
        }
        Optional<String> given = parameters.byUser(wanted);
        if (given.isPresent()) {
            return Datum.Text.of(given.get(), place);
        }
        Settlement[] settledBy = wanted.equals("AWS::StackId") || wanted.equals("AWS::NotificationARNs")
                ? new Settlement[0]
                : new Settlement[] {Settlement.parameter(wanted)};
        String identity = wanted.startsWith("AWS::Stack") ? name : "";
        return Datum.Text.gap(
                Gap.because("%s is known only when the stack is deployed".formatted(wanted), settledBy)
                        .as(new Symbol(wanted, identity))
                        .asSingle(),
                List.of(place));
    }

    Parameters parameters() {
        return parameters;
    }

    /** Works a value out the first time it is asked for; a value that depends on itself is a problem. */
    Datum once(String what, Place place, Supplier<Datum> value) {
        Datum done = memo.get(what);
        if (done != null) {
            return done;
        }
        if (!inProgress.add(what)) {
            run.report(Problem.error("circular-reference", place, "%s depends on itself".formatted(what)));
            return Datum.unknown("%s depends on itself".formatted(what), place);
        }
        try {
            Datum made = Objects.requireNonNull(value.get());
            memo.put(what, made);
            return made;
        } finally {
            inProgress.remove(what);
        }
    }
}
