package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Policies of the customer's own: managed ones, and those that are written into a role
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy">aws_iam_policy</a>,
 * <a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy">aws_iam_role_policy</a>).
 */
final class IamPolicies {

    private static final String MANAGED = "aws_iam_policy";
    private static final String INLINE = "aws_iam_role_policy";

    private final TfResources resources;

    IamPolicies(TfResources resources) {
        this.resources = resources;
    }

    /**
     * The ARN of the managed policy that is named by an ARN of an account that is not known; empty when the configuration makes none of
     * that name.
     */
    Optional<Value<String>> ofAccount(Datum arn) {
        if (!(arn instanceof Datum.Text text) || text.known() != null || text.target() != null) {
            return Optional.empty();
        }
        String end = text.pieces().get(text.pieces().size() - 1).text();
        Predicate<String> named = name -> end.endsWith(":policy/" + name);
        return resources.of(MANAGED).stream()
                .filter(p -> name(p, "name").known().filter(named).isPresent())
                .findFirst()
                .map(p -> name(p, "arn"));
    }

    /** The managed ones. */
    void managed() {
        for (TfResource policy : resources.of(MANAGED)) {
            Attributes.Builder attributes = Attributes.builder()
                    .set(IamPolicy.POLICY_NAME, name(policy, "name"))
                    .set(IamPolicy.ARN, name(policy, "arn"))
                    .set(IamPolicy.ROLE_NAME, Value.absent(policy.place()));
            add(policy.key(), policy.attributes(), policy.place(), policy.existence(), attributes);
        }
    }

    /** Those that are written into a role, by name. */
    Listing<Value<String>> inline(TfResource role, Value<String> roleName) {
        Props.Children blocks = role.attributes().children("inline_policy");
        List<Value<String>> names = new ArrayList<>();
        Value.Unresolved<?> rest = blocks.rest();
        for (Props block : blocks.all()) {
            if (block.has("policy")) {
                Value<String> name = block.textOrAbsent("name");
                names.add(name);
                inline(role, names.size(), roleName, name, block, block.at());
            }
        }
        for (TfResource policy : resources.of(INLINE)) {
            Belonging belongs = Belonging.of(policy, role);
            if (belongs == Belonging.YES) {
                Value<String> name = name(policy, "name");
                names.add(policy.when(name));
                inline(role, names.size(), roleName, name, policy.attributes(), policy.place());
            } else if (belongs == Belonging.PERHAPS) {
                rest = Belonging.lost(policy);
            }
        }
        Listing<Value<String>> listing = Listing.explicit(names, role.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    private void inline(
            TfResource role, int number, Value<String> roleName, Value<String> name, Props written, Place at) {
        Attributes.Builder attributes = Attributes.builder()
                .set(IamPolicy.POLICY_NAME, name)
                .set(IamPolicy.ARN, Value.absent(at))
                .set(IamPolicy.ROLE_NAME, roleName);
        add("%s in %s".formatted(number, role.key()), written, at, role.existence(), attributes);
    }

    private void add(String key, Props written, Place at, Truth existence, Attributes.Builder attributes) {
        PolicyDocument.of(written, "policy", resources).ifPresent(d -> {
            attributes.set(IamPolicy.STATEMENTS, d.listing(at));
            resources.add(new IamPolicy(
                    "IamPolicy/" + key, at, existence, resources.clusters().only(), attributes.build()));
        });
    }

    /** A name or an ARN; one that the provider makes up is the same wherever it is used. */
    static Value<String> name(TfResource resource, String attribute) {
        Props props = resource.attributes();
        return Props.or(
                props.text(attribute),
                props.text(
                        TfTargets.knownAfterApply(
                                resource.type(), resource.address(), attribute, List.of(resource.place())),
                        attribute));
    }
}
