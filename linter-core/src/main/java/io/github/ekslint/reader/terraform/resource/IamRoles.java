package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The roles of clusters, node groups and Fargate profiles, with the policies attached to them
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role">aws_iam_role</a>).
 */
final class IamRoles {

    private static final String ROLE = "aws_iam_role";
    private static final String ATTACHMENT = "aws_iam_role_policy_attachment";
    private static final String INLINE = "aws_iam_role_policy";

    private final TfResources resources;

    private IamRoles(TfResources resources) {
        this.resources = resources;
    }

    /** Reads the roles of what is read already. */
    static void read(TfResources resources) {
        IamRoles roles = new IamRoles(resources);
        for (Fact fact : List.copyOf(resources.facts())) {
            if (fact instanceof Cluster) {
                roles.of(fact, "role_arn");
            } else if (fact instanceof NodeGroup group
                    && group.managed().known().orElse(false)) {
                roles.of(fact, "node_role_arn");
            } else if (fact instanceof FargateProfile) {
                roles.of(fact, "pod_execution_role_arn");
            }
        }
    }

    private void of(Fact user, String attribute) {
        Optional<TfResource> role = resources.byKey(user.key()).flatMap(u -> used(u, attribute));
        role.ifPresent(r -> resources.add(
                new IamRole(IamRole.keyOf(user.key()), r.place(), r.existence(), user.cluster(), attributes(r))));
    }

    private Optional<TfResource> used(TfResource user, String attribute) {
        Datum arn = user.attributes().datum(attribute);
        if (!(arn instanceof Datum.Text text)) {
            return Optional.empty();
        }
        String known = text.known();
        return resources.of(ROLE).stream()
                .filter(r -> text.target() != null && text.target().key().equals(r.key())
                        || known != null
                                && r.attributes()
                                        .text("arn")
                                        .flatMap(Value::known)
                                        .filter(known::equals)
                                        .isPresent())
                .findFirst();
    }

    private Attributes attributes(TfResource role) {
        Props props = role.attributes();
        Place at = role.place();
        Attributes.Builder attributes = Attributes.builder()
                .set(
                        IamRole.ROLE_NAME,
                        Props.or(props.text("name"), Value.unresolved("the provider makes the name up", List.of(at))))
                .set(IamRole.ATTACHED_POLICY_ARNS, attached(role))
                .set(IamRole.INLINE_POLICY_NAMES, inline(role));
        props.text("arn").filter(v -> v.known().isPresent()).ifPresent(v -> attributes.set(IamRole.ARN, v));
        TrustPolicy.read(props.text("assume_role_policy"), at, attributes);
        return attributes.build();
    }

    private Listing<Value<String>> attached(TfResource role) {
        Listing<Value<String>> own =
                role.attributes().texts("managed_policy_arns").orElseGet(() -> Listing.absent(role.place()));
        List<Value<String>> arns = new ArrayList<>(own.items());
        Value.Unresolved<?> rest = own.rest();
        for (TfResource attachment : resources.of(ATTACHMENT)) {
            Belongs belongs = belongs(attachment, role);
            if (belongs == Belongs.YES) {
                arns.add(attachment.when(attachment.attributes().textOrAbsent("policy_arn")));
            } else if (belongs == Belongs.PERHAPS) {
                rest = lost(attachment);
            }
        }
        Listing<Value<String>> listing = Listing.explicit(arns, role.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    private Listing<Value<String>> inline(TfResource role) {
        Props.Children blocks = role.attributes().children("inline_policy");
        List<Value<String>> names = new ArrayList<>();
        blocks.all().stream().filter(b -> b.has("policy")).forEach(b -> names.add(b.textOrAbsent("name")));
        Value.Unresolved<?> rest = blocks.rest();
        for (TfResource policy : resources.of(INLINE)) {
            Belongs belongs = belongs(policy, role);
            if (belongs == Belongs.YES) {
                names.add(policy.when(Props.or(
                        policy.attributes().text("name"),
                        Value.unresolved("the provider makes the name up", List.of(policy.place())))));
            } else if (belongs == Belongs.PERHAPS) {
                rest = lost(policy);
            }
        }
        Listing<Value<String>> listing = Listing.explicit(names, role.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    /** Whether a policy is one of a role. */
    private enum Belongs {
        YES,
        NO,
        PERHAPS
    }

    /** By the role's id, or by its name, which may be known before the role is there. */
    private static Belongs belongs(TfResource policy, TfResource role) {
        Datum named = policy.attributes().datum("role");
        if (!(named instanceof Datum.Text text)) {
            return Belongs.PERHAPS;
        }
        if (text.target() != null) {
            return text.target().key().equals(role.key()) ? Belongs.YES : Belongs.NO;
        }
        String known = text.known();
        if (known == null) {
            return Belongs.PERHAPS;
        }
        return role.attributes()
                        .text("name")
                        .flatMap(Value::known)
                        .filter(known::equals)
                        .isPresent()
                ? Belongs.YES
                : Belongs.NO;
    }

    private static Value.Unresolved<?> lost(TfResource policy) {
        return new Value.Unresolved<>(
                "which role %s is of is not known".formatted(policy.address()),
                List.of(policy.place()),
                List.of(),
                null,
                null);
    }
}
