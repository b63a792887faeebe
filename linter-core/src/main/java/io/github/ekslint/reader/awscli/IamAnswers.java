package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.EbsEncryption;
import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.InstanceProfile;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.OidcProviders;
import io.github.ekslint.model.PolicyStatement;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers of IAM and KMS about roles and keys, and what an account does with new EBS volumes. */
final class IamAnswers {

    private static final String ROLE_NAME = "RoleName";

    private IamAnswers() {}

    static void role(Take take) {
        take.fields().child("Role").ifPresent(fields -> {
            Description d = new Description(fields, false);
            d.text(IamRole.ROLE_NAME, ROLE_NAME)
                    .text(IamRole.ARN, "Arn")
                    .list(IamRole.TRUSTED_SERVICES, allowed(d, s -> s.child("Principal")
                            .flatMap(p -> p.texts("Service"))))
                    .list(IamRole.TRUST_ACTIONS, allowed(d, s -> s.texts("Action")));
            take.add(IamRole::new, IamRole.ROLE_NAME, d);
        });
    }

    static void instanceProfile(Take take) {
        take.fields().child("InstanceProfile").ifPresent(fields -> {
            Description d = new Description(fields, true);
            d.text(InstanceProfile.INSTANCE_PROFILE_NAME, "InstanceProfileName")
                    .value(
                            InstanceProfile.ROLE_ARN,
                            d.children("Roles").stream()
                                    .flatMap(r -> r.text("Arn").stream())
                                    .findFirst());
            take.add(InstanceProfile::new, InstanceProfile.INSTANCE_PROFILE_NAME, d);
        });
    }

    static void attachedPolicies(Take take) {
        ofRole(take, "attached policies").ifPresent(d -> {
            d.list(
                    IamRole.ATTACHED_POLICY_ARNS,
                    d.items("AttachedPolicies", p -> p.text("PolicyArn")).map(take::whole));
            take.add(IamRole::new, IamRole.ROLE_NAME, d);
        });
    }

    static void inlinePolicies(Take take) {
        ofRole(take, "inline policies").ifPresent(d -> {
            d.list(
                    IamRole.INLINE_POLICY_NAMES,
                    take.fields().texts("PolicyNames").map(take::whole));
            take.add(IamRole::new, IamRole.ROLE_NAME, d);
        });
    }

    static void oidcProviders(Take take) {
        Description d = new Description(take.fields(), false);
        d.list(
                OidcProviders.ARNS,
                d.items("OpenIDConnectProviderList", p -> p.text("Arn")).map(take::whole));
        take.add(OidcProviders::new, OidcProviders.ACCOUNT, d);
    }

    /** What a policy that is written into a role says. */
    static void inlinePolicy(Take take) {
        Fields fields = take.fields();
        Optional<Value<String>> role = fields.text(ROLE_NAME);
        Optional<Value<String>> name = fields.text("PolicyName");
        if (role.isPresent() && name.isPresent()) {
            Description d = new Description(fields, false)
                    .set(IamPolicy.POLICY_NAME, name.get())
                    .set(IamPolicy.ARN, new Value.Absent<>(Provenance.OBSERVED, List.of(fields.place())))
                    .set(IamPolicy.ROLE_NAME, role.get())
                    .set(IamPolicy.STATEMENTS, policy(fields.child("PolicyDocument"), fields));
            take.add(
                    IamPolicy::new,
                    IamPolicy.POLICY_NAME,
                    d,
                    role.get().known().map(r -> "@" + r).orElse(""),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** What a version of a managed policy says; the answer does not name the policy, unless the query does. */
    static void managedPolicy(Take take) {
        Fields fields = take.fields();
        Optional<Value<String>> arn = fields.text("PolicyArn").or(() -> take.command()
                .flatMap(c -> c.option("--policy-arn"))
                .map(a -> Value.observed(a, fields.origin(), fields.place())));
        if (arn.isEmpty()) {
            unnamed(take, "version of a policy does not say of which policy it is", "PolicyArn: '<arn>'");
            return;
        }
        Description d = new Description(fields, false)
                .set(IamPolicy.POLICY_NAME, arn.get())
                .set(IamPolicy.ARN, arn.get())
                .set(IamPolicy.ROLE_NAME, new Value.Absent<>(Provenance.OBSERVED, List.of(fields.place())))
                .set(
                        IamPolicy.STATEMENTS,
                        policy(fields.child("PolicyVersion").flatMap(v -> v.child("Document")), fields));
        take.add(IamPolicy::new, IamPolicy.POLICY_NAME, d);
    }

    private static Listing<PolicyStatement> policy(Optional<Fields> document, Fields answer) {
        List<PolicyStatement> statements = document.map(IamAnswers::statements).orElse(List.of()).stream()
                .map(IamAnswers::statement)
                .toList();
        return Listing.observed(
                statements, answer.origin(), document.map(Fields::place).orElse(answer.place()));
    }

    private static PolicyStatement statement(Fields fields) {
        boolean everything = fields.texts("Resource")
                .filter(l -> l.items().stream()
                        .anyMatch(v -> v.known().filter("*"::equals).isPresent()))
                .isPresent();
        return new PolicyStatement(
                fields.place(),
                fields.text("Effect").orElseGet(() -> Value.absent(fields.place())),
                fields.texts("Action").orElseGet(() -> Listing.absent(fields.place())),
                fields.texts("NotAction").orElseGet(() -> Listing.absent(fields.place())),
                fields.has("Condition") || !everything);
    }

    private static void unnamed(Take take, String what, String query) {
        take.fields()
                .problems()
                .accept(Problem.warning(
                        "ambiguous-evidence",
                        take.fields().place(),
                        "the recorded %s; --query \"{%s, …}\" keeps the name in the answer".formatted(what, query)));
    }

    static void key(Take take) {
        take.fields().child("KeyMetadata").ifPresent(fields -> {
            Description d = new Description(fields, false);
            d.text(KmsKey.ARN, "Arn")
                    .value(KmsKey.KEY_STATE, d.text("KeyState").or(() -> enabled(fields)))
                    .value(KmsKey.KEY_SPEC, d.text("KeySpec").or(() -> d.text("CustomerMasterKeySpec")))
                    .text(KmsKey.KEY_USAGE, "KeyUsage");
            take.add(KmsKey::new, KmsKey.ARN, d);
        });
    }

    static void ebsEncryption(Take take) {
        Description d = new Description(take.fields(), false);
        d.flag(EbsEncryption.EBS_ENCRYPTION_BY_DEFAULT, "EbsEncryptionByDefault");
        take.add(EbsEncryption::new, EbsEncryption.REGION, d);
    }

    /** Of a key that is not enabled only the state tells why. */
    private static Optional<Value<String>> enabled(Fields fields) {
        return fields.flag("Enabled").filter(v -> v.known().orElse(false)).map(v -> v.map(on -> "Enabled"));
    }

    /** What the statements of the trust policy that allow something say. */
    private static Optional<Listing<Value<String>>> allowed(
            Description d, Function<Fields, Optional<Listing<Value<String>>>> member) {
        return d.node("AssumeRolePolicyDocument")
                .filter(n -> n.asMapping().isPresent())
                .flatMap(
                        document -> d.fields().child("AssumeRolePolicyDocument").map(policy -> {
                            List<Value<String>> said = new ArrayList<>();
                            for (Fields statement : statements(policy)) {
                                boolean allows = statement
                                        .text("Effect")
                                        .flatMap(Value::known)
                                        .filter("Allow"::equals)
                                        .isPresent();
                                if (allows) {
                                    member.apply(statement).ifPresent(l -> said.addAll(l.items()));
                                }
                            }
                            return Listing.observed(said, d.fields().origin(), document.place());
                        }));
    }

    /** A policy of one statement may leave the list out. */
    private static List<Fields> statements(Fields policy) {
        boolean single =
                policy.node("Statement").filter(n -> n.asMapping().isPresent()).isPresent();
        return single ? policy.child("Statement").stream().toList() : policy.children("Statement");
    }

    /** The role of an answer that may not name it: its own member does, or the command of the manifest. */
    private static Optional<Description> ofRole(Take take, String what) {
        Optional<Value<String>> name = take.fields().text(ROLE_NAME).or(() -> take.command()
                .flatMap(c -> c.option("--role-name"))
                .map(n ->
                        Value.observed(n, take.fields().origin(), take.fields().place())));
        if (name.isEmpty()) {
            unnamed(take, what + " do not say of which role they are", "RoleName: '<name>'");
        }
        return name.map(n -> new Description(take.fields(), false).set(IamRole.ROLE_NAME, n));
    }
}
