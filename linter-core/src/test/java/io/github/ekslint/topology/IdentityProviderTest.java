package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityProviderTest {

    @ParameterizedTest
    @CsvSource({
        "https://login.example.com/realms/staff, false, false",
        "HTTPS://login.example.com, false, false",
        "http://login.example.com, true, false",
        "https://keycloak.orders.internal, false, true",
        "https://keycloak.orders.internal.:8443/auth, false, true",
        "https://internal.example.com, false, false",
        "https://keycloak, false, true",
        "https://localhost:8443, false, true",
        "https://10.1.2.3/auth, false, true",
        "https://[fd00::1]/auth, false, true",
        "https://18.4.2.1, false, false",
        "not a url, true, false"
    })
    void theIssuerHasToBeAPublicHttpsUrl(String issuer, boolean insecure, boolean isPrivate) {
        IdentityProvider provider = new IdentityProvider(config("a", issuer), Value.absent(), List.of());

        assertThat(provider.isInsecure().isTrue()).isEqualTo(insecure);
        assertThat(provider.isPrivate().isTrue()).isEqualTo(isPrivate);
        assertThat(provider.isSecond().isFalse()).isTrue();
    }

    @Test
    void aControlPlaneThatIsRoutedThroughTheVpcReachesPrivateNames() {
        IdentityProvider provider = new IdentityProvider(
                config("a", "https://keycloak.orders.internal"),
                Value.explicit("CUSTOMER_ROUTED", Given.PLACE),
                List.of());

        assertThat(provider.isPrivate().isFalse()).isTrue();
    }

    @Test
    void aClusterTakesOneProvider() {
        IdentityProvider provider = new IdentityProvider(
                config("a", "https://a.example.com"), Value.absent(), List.of(config("b", "https://b.example.com")));

        assertThat(provider.isSecond().isTrue()).isTrue();
        assertThat(provider.rivals()).isEqualTo("b");
    }

    private static IdentityProviderConfig config(String name, String issuer) {
        return new IdentityProviderConfig(
                "IdentityProviderConfig/" + name,
                Given.PLACE,
                Truth.yes(),
                "Cluster/c",
                Attributes.builder()
                        .set(IdentityProviderConfig.IDENTITY_PROVIDER_CONFIG_NAME, Value.explicit(name, Given.PLACE))
                        .set(IdentityProviderConfig.ISSUER_URL, Value.explicit(issuer, Given.PLACE))
                        .build());
    }
}
