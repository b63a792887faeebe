package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PolicyStatement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** IAM roles with the policies that are written into them, attached to them, or attach themselves to them. */
final class IamRoles {

    private static final String ROLE = "AWS::IAM::Role";
    private static final String MANAGED = "AWS::IAM::ManagedPolicy";
    private static final String DOCUMENT = "PolicyDocument";

    /** Names and services are the same in every partition, so that which one it is does not matter. */
    private static final Map<String, String> ANY_PARTITION =
            Map.of("AWS::Partition", "aws", "AWS::URLSuffix", "amazonaws.com");

    private final StackResources resources;

    private IamRoles(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        IamRoles roles = new IamRoles(resources);
        resources.of(ROLE).forEach(roles::role);
        resources.of(MANAGED).forEach(roles::managedPolicy);
    }

    /** The ARN of the role that a launch template or launch configuration gives to instances. */
    static Optional<Value<String>> ofInstances(Resource template, StackResources resources) {
        Props data = LaunchTemplates.data(template);
        Props block = data.child("IamInstanceProfile");
        List<Datum> named = block.datum() instanceof Datum.Members
                ? List.of(block.datum("Arn"), block.datum("Name"))
                : List.of(block.datum());
        return named.stream()
                .flatMap(d -> target(d, resources).stream())
                .filter(r -> r.is("AWS::IAM::InstanceProfile"))
                .findFirst()
                .map(profile -> profile.properties().datum("Roles"))
                .filter(Datum.Items.class::isInstance)
                .flatMap(roles -> ((Datum.Items) roles)
                        .items().stream()
                                .flatMap(d -> target(d, resources).stream())
                                .findFirst())
                .filter(r -> r.is(ROLE))
                .map(role -> attribute(role, "Arn"));
    }

    private static Optional<Resource> target(Datum datum, StackResources resources) {
        return datum instanceof Datum.Text text && text.target() != null
                ? resources.byKey(text.target().key())
                : Optional.empty();
    }

    private void role(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Value<String> name = ref(resource, props);
        List<Value<String>> attached = new ArrayList<>();
        Listing<Value<String>> written = props.list("ManagedPolicyArns", d -> spelled(props, d, "ManagedPolicyArns"))
                .orElseGet(() -> Listing.absent(at));
        attached.addAll(written.items());
        resources.of(MANAGED).stream()
                .filter(p -> names(p, "Roles", resource))
                .forEach(p -> attached.add(attribute(p, "PolicyArn")));
        List<Value<String>> inline = new ArrayList<>();
        Props.Children policies = props.children("Policies");
        for (Props policy : policies.all()) {
            inline.add(inlinePolicy(resource, name, policy, policy.at(), resource.existence()));
        }
        resources.of("AWS::IAM::Policy").stream()
                .filter(p -> names(p, "Roles", resource))
                .forEach(p -> inline.add(inlinePolicy(p, name, p.properties(), p.place(), p.existence())));
        resources.of("AWS::IAM::RolePolicy").stream()
                .filter(p -> isOf(p.properties().datum("RoleName"), resource))
                .forEach(p -> inline.add(inlinePolicy(p, name, p.properties(), p.place(), p.existence())));
        Attributes attributes = Attributes.builder()
                .set(IamRole.ROLE_NAME, name)
                .set(IamRole.ARN, attribute(resource, "Arn"))
                .set(IamRole.TRUSTED_SERVICES, trusted(props, s -> s.child("Principal")
                        .list("Service", d -> spelled(s, d, "Service"))))
                .set(IamRole.TRUST_ACTIONS, trusted(props, s -> s.texts("Action")))
                .set(IamRole.ATTACHED_POLICY_ARNS, like(written, attached))
                .set(IamRole.INLINE_POLICY_NAMES, all(inline, policies))
                .build();
        resources.add(new IamRole(
                resource.key(), at, resource.existence(), resources.clusters().only(), attributes));
    }

    private void managedPolicy(Resource resource) {
        Props props = resource.properties();
        Attributes attributes = Attributes.builder()
                .set(IamPolicy.POLICY_NAME, Props.or(props.text("ManagedPolicyName"), made(resource)))
                .set(IamPolicy.ARN, attribute(resource, "PolicyArn"))
                .set(IamPolicy.ROLE_NAME, Value.absent(resource.place()))
                .set(IamPolicy.STATEMENTS, statements(props))
                .build();
        resources.add(new IamPolicy(
                resource.key(),
                resource.place(),
                resource.existence(),
                resources.clusters().only(),
                attributes));
    }

    private Value<String> inlinePolicy(Resource owner, Value<String> role, Props props, Place at, Truth existence) {
        Value<String> name = Props.or(props.text("PolicyName"), made(owner));
        Attributes attributes = Attributes.builder()
                .set(IamPolicy.POLICY_NAME, name)
                .set(IamPolicy.ARN, Value.absent(at))
                .set(IamPolicy.ROLE_NAME, role)
                .set(IamPolicy.STATEMENTS, statements(props))
                .build();
        String key = "IamPolicy/" + owner.key() + "/" + resources.facts().size();
        resources.add(new IamPolicy(key, at, existence, resources.clusters().only(), attributes));
        return name;
    }

    private static Value<String> made(Resource resource) {
        return Value.unresolved("CloudFormation makes the name up", List.of(resource.place()));
    }

    private static Listing<PolicyStatement> statements(Props policy) {
        Props document = policy.child(DOCUMENT);
        return document.children("Statement").listing(IamRoles::statement);
    }

    private static PolicyStatement statement(Props props) {
        boolean everything = props.texts("Resource")
                .filter(l -> l.items().stream()
                        .anyMatch(v -> v.known().filter("*"::equals).isPresent()))
                .isPresent();
        return new PolicyStatement(
                props.at(),
                props.textOrAbsent("Effect"),
                props.texts("Action").orElseGet(() -> Listing.absent(props.at())),
                props.texts("NotAction").orElseGet(() -> Listing.absent(props.at())),
                props.has("Condition") || !everything);
    }

    /** What the statements of the trust policy that allow something say. */
    private static Listing<Value<String>> trusted(
            Props role, Function<Props, Optional<Listing<Value<String>>>> member) {
        Props.Children statements = role.child("AssumeRolePolicyDocument").children("Statement");
        List<Value<String>> said = new ArrayList<>();
        Value.Unresolved<?> rest = statements.rest();
        for (Props statement : statements.all()) {
            boolean allows = statement
                    .textOrAbsent("Effect")
                    .known()
                    .filter("Allow"::equals)
                    .isPresent();
            Optional<Listing<Value<String>>> list = allows ? member.apply(statement) : Optional.empty();
            list.ifPresent(l -> said.addAll(l.items()));
            rest = list.flatMap(Listing::openEnd)
                    .<Value.Unresolved<?>>map(o -> o)
                    .orElse(rest);
        }
        Listing<Value<String>> all = Listing.explicit(said, statements.place());
        return rest == null ? all : all.withRest(rest);
    }

    private static boolean names(Resource policy, String property, Resource role) {
        Datum roles = policy.properties().datum(property);
        return roles instanceof Datum.Items items && items.items().stream().anyMatch(d -> isOf(d, role));
    }

    private static boolean isOf(Datum datum, Resource role) {
        return datum instanceof Datum.Text text
                && text.target() != null
                && text.target().isId()
                && text.target().key().equals(role.key());
    }

    /** What {@code Ref} gives of a role: its name. */
    private static Value<String> ref(Resource role, Props props) {
        return props.text(Attribute.id(role), "RoleName");
    }

    private static Value<String> attribute(Resource resource, String name) {
        return resource.properties().text(Attribute.of(resource, name), name);
    }

    /** A text in which the partition does not matter. */
    private static Value<String> spelled(Props props, Datum datum, String key) {
        if (datum instanceof Datum.Text text
                && text.known() == null
                && text.pieces().size() > 1) {
            List<Datum.Piece> pieces = text.pieces().stream()
                    .map(p -> ofAnyPartition(p.gap()).map(Datum.Piece::of).orElse(p))
                    .toList();
            return props.text(new Datum.Text(pieces, text.provenance(), text.places(), text.target()), key);
        }
        return props.text(datum, key);
    }

    private static Optional<String> ofAnyPartition(@org.jspecify.annotations.Nullable Gap gap) {
        return Optional.ofNullable(gap).map(Gap::symbol).map(Symbol::list).map(ANY_PARTITION::get);
    }

    private static Listing<Value<String>> like(Listing<Value<String>> written, List<Value<String>> all) {
        return new Listing<>(
                all,
                written.rest(),
                written.isUnresolved() && all.isEmpty()
                        ? written.provenance()
                        : io.github.ekslint.model.Provenance.EXPLICIT,
                written.origin(),
                written.places());
    }

    private static Listing<Value<String>> all(List<Value<String>> inline, Props.Children written) {
        Listing<Value<String>> all = Listing.explicit(inline, written.place());
        return written.rest() == null ? all : all.withRest(written.rest());
    }
}
