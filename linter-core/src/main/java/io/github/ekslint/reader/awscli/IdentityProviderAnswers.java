package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.reader.Arn;
import io.github.ekslint.reader.Fields;
import java.util.Optional;

/** Answers of the EKS API about the identity providers of a cluster. */
final class IdentityProviderAnswers {

    private IdentityProviderAnswers() {}

    static void config(Take take) {
        take.fields()
                .child("identityProviderConfig")
                .flatMap(c -> c.child("oidc"))
                .ifPresent(fields -> {
                    Description d = new Description(fields, fields.has("identityProviderConfigArn"));
                    d.text(IdentityProviderConfig.IDENTITY_PROVIDER_CONFIG_NAME, "identityProviderConfigName")
                            .text(IdentityProviderConfig.ISSUER_URL, "issuerUrl")
                            .text(IdentityProviderConfig.STATUS, "status");
                    Optional<Arn> arn = d.known("identityProviderConfigArn").flatMap(Arn::parse);
                    take.add(
                            IdentityProviderConfig::new,
                            IdentityProviderConfig.IDENTITY_PROVIDER_CONFIG_NAME,
                            d,
                            d.known("clusterName")
                                    .or(() -> arn.flatMap(a -> a.part(1)))
                                    .or(take::askedCluster),
                            arn);
                });
    }

    static void names(Take take) {
        for (Fields fields : take.fields().children("identityProviderConfigs")) {
            Description d = new Description(fields, false);
            d.text(IdentityProviderConfig.IDENTITY_PROVIDER_CONFIG_NAME, "name");
            take.add(
                    IdentityProviderConfig::new,
                    IdentityProviderConfig.IDENTITY_PROVIDER_CONFIG_NAME,
                    d,
                    take.askedCluster(),
                    Optional.empty());
        }
    }
}
