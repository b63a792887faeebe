package io.github.ekslint.topology;

import static io.github.ekslint.topology.Given.PLACE;
import static io.github.ekslint.topology.Given.observed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.OidcProviders;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

    private static final String ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C, UNKNOWN",
        "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/FFFFFF, FALSE"
    })
    void withoutAnIdentityProviderOfTheIssuerNoServiceAccountHasARole(String arn, Logic used) {
        Estate estate = given(Attributes.builder())
                .fact(new OidcProviders(
                        "OidcProviders/",
                        PLACE,
                        Truth.yes(),
                        null,
                        Attributes.builder()
                                .set(OidcProviders.ARNS, Listing.observed(List.of(observed(arn)), "a recording", PLACE))
                                .build()))
                .estate();
        assertThat(irsa(estate).used().logic()).isEqualTo(used);
    }

    @Test
    void whatTheSpecSaysOfTheProviderStands() {
        Estate estate = given(Attributes.builder().set(Cluster.OIDC_PROVIDER, Value.explicit(false, PLACE)))
                .estate();
        assertThat(irsa(estate).used().isFalse()).isTrue();
    }

    @Test
    void whereNothingIsRecordedTheCommandIsNamed() {
        assertThat(Given.commands(irsa(given(Attributes.builder()).estate()).used()))
                .contains("kubectl get serviceaccounts -A -o json");
    }

    private static Given given(Attributes.Builder more) {
        return new Given()
                .cluster(more.set(Cluster.NAME, observed("c"))
                        .set(Cluster.OIDC_ISSUER, observed(ISSUER))
                        .build());
    }

    private static Feature irsa(Estate estate) {
        return new Features(estate, estate.all(Cluster.class).get(0))
                .byCondition()
                .get("irsa");
    }
}
