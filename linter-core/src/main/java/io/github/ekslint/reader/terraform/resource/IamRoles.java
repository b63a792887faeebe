package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roles of clusters, nodes and Fargate profiles, with the policies attached to them
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role">aws_iam_role</a>).
 */
final class IamRoles {

    private static final String ROLE = "aws_iam_role";
    private static final String PROFILE = "aws_iam_instance_profile";
    private static final String ATTACHMENT = "aws_iam_role_policy_attachment";
    private static final String SHARED_ATTACHMENT = "aws_iam_policy_attachment";

    private final TfResources resources;
    private final IamPolicies policies;
    private final Map<String, Attributes> read = new LinkedHashMap<>();

    private IamRoles(TfResources resources) {
        this.resources = resources;
        this.policies = new IamPolicies(resources);
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
            } else if (fact instanceof NodeGroup group) {
                roles.of(fact, roles.ofInstances(group));
            } else if (fact instanceof FargateProfile) {
                roles.of(fact, "pod_execution_role_arn");
            }
        }
        if (!roles.read.isEmpty()) {
            roles.policies.managed();
        }
    }

    private void of(Fact user, String attribute) {
        of(user, resources.byKey(user.key()).flatMap(u -> named(u.attributes().datum(attribute), ROLE, "arn")));
    }

    private void of(Fact user, Optional<TfResource> role) {
        role.ifPresent(r -> resources.add(new IamRole(
                IamRole.keyOf(user.key()),
                r.place(),
                r.existence(),
                user.cluster(),
                read.computeIfAbsent(r.key(), k -> attributes(r)))));
    }

    /** The role that the launch template of a group gives to its instances. */
    private Optional<TfResource> ofInstances(NodeGroup group) {
        return group.launchTemplate().known().map(Ref::key).flatMap(resources::byKey).stream()
                .map(TfResource::attributes)
                .flatMap(t -> {
                    Props block = t.block("iam_instance_profile");
                    return block.datum() instanceof Datum.Members
                            ? named(block.datum("arn"), PROFILE, "arn")
                                    .or(() -> named(block.datum("name"), PROFILE, "name"))
                                    .stream()
                            : named(t.datum("iam_instance_profile"), PROFILE, "name").stream();
                })
                .findFirst()
                .flatMap(profile -> named(profile.attributes().datum("role"), ROLE, "name"));
    }

    /** The resource of a type that a text names by its id, its ARN or its name. */
    private Optional<TfResource> named(Datum name, String type, String attribute) {
        if (!(name instanceof Datum.Text text)) {
            return Optional.empty();
        }
        String known = text.known();
        return resources.of(type).stream()
                .filter(r -> text.target() != null && text.target().key().equals(r.key())
                        || known != null
                                && r.attributes()
                                        .text(attribute)
                                        .flatMap(Value::known)
                                        .filter(known::equals)
                                        .isPresent())
                .findFirst();
    }

    private Attributes attributes(TfResource role) {
        Props props = role.attributes();
        Value<String> name = IamPolicies.name(role, "name");
        Attributes.Builder attributes = Attributes.builder()
                .set(IamRole.ROLE_NAME, name)
                .set(IamRole.ATTACHED_POLICY_ARNS, attached(role))
                .set(IamRole.INLINE_POLICY_NAMES, policies.inline(role, name));
        props.text("arn").filter(v -> v.known().isPresent()).ifPresent(v -> attributes.set(IamRole.ARN, v));
        TrustPolicy.read(role, resources, attributes);
        return attributes.build();
    }

    private Listing<Value<String>> attached(TfResource role) {
        Props props = role.attributes();
        Listing<Value<String>> own =
                props.list("managed_policy_arns", d -> arn(props, d)).orElseGet(() -> Listing.absent(role.place()));
        List<Value<String>> arns = new ArrayList<>(own.items());
        Value.Unresolved<?> rest = own.rest();
        for (TfResource attachment : resources.of(ATTACHMENT, SHARED_ATTACHMENT)) {
            Belonging belongs = Belonging.of(attachment, role);
            if (belongs == Belonging.YES) {
                Props named = attachment.attributes();
                Datum arn = named.datum("policy_arn");
                arns.add(attachment.when(policies.ofAccount(arn).orElseGet(() -> arn(named, arn))));
            } else if (belongs == Belonging.PERHAPS) {
                rest = Belonging.lost(attachment);
            }
        }
        Listing<Value<String>> listing = Listing.explicit(arns, role.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    private static Value<String> arn(Props props, Datum arn) {
        return props.text(AnyPartition.spelled(arn), "policy_arn");
    }
}
