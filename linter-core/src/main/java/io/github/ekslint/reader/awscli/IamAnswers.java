package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.EbsEncryption;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.OidcProviders;
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
            take.fields()
                    .problems()
                    .accept(Problem.warning(
                            "ambiguous-evidence",
                            take.fields().place(),
                            "the recorded %s do not say of which role they are; --query \"{RoleName: '<name>', …}\" keeps the name in the answer"
                                    .formatted(what)));
        }
        return name.map(n -> new Description(take.fields(), false).set(IamRole.ROLE_NAME, n));
    }
}
