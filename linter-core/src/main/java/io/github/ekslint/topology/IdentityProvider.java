package io.github.ekslint.topology;

import inet.ipaddr.HostName;
import inet.ipaddr.IPAddress;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC identity provider of a cluster: EKS takes one, and fetches its signing keys over the internet
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/authenticate-oidc-identity-provider.html">EKS User Guide, external OIDC
 * provider</a>).
 *
 * @param egressMode of the control plane: routed through the VPC, it reaches private names as well
 * @param others the other providers of the cluster
 */
public record IdentityProvider(
        IdentityProviderConfig of, Value<String> egressMode, List<IdentityProviderConfig> others) {

    /** Names under these never exist in the public DNS. */
    private static final Set<String> PRIVATE_DOMAINS =
            Set.of("localhost", "local", "internal", "corp", "home", "lan", "intranet", "private", "home.arpa");

    /** Keeps its own copy. */
    public IdentityProvider {
        others = List.copyOf(others);
    }

    /** The key of the configuration. */
    public String config() {
        return of.key();
    }

    /** Whether the issuer's URL is not one of HTTPS. */
    public Truth isInsecure() {
        return of.issuerUrl()
                .is("issuerUrl", url -> !url.toLowerCase(Locale.ROOT).startsWith("https://"));
    }

    /** Whether the internet has no such host, and the control plane does not look for it in the VPC. */
    public Truth isPrivate() {
        Truth routed = LoadBalancing.surely(egressMode.is("controlPlaneEgressMode", "CUSTOMER_ROUTED"::equals));
        return of.issuerUrl().is("issuerUrl", IdentityProvider::isPrivate).and(routed.not());
    }

    /** Whether the cluster has another provider. */
    public Truth isSecond() {
        return Truth.any(others.stream()
                .map(o -> o.existence()
                        .and(Truth.of(true, Ground.fact("identity providers", rivals(), List.of(o.place())))))
                .toList());
    }

    /** The other providers, as a message shows them. */
    public String rivals() {
        return others.stream().map(IdentityProviderConfig::displayName).sorted().collect(Collectors.joining(", "));
    }

    private static boolean isPrivate(String url) {
        String host = host(url);
        if (host == null) {
            return false;
        }
        IPAddress address = new HostName(host).asAddress();
        if (address != null) {
            return address.isLocal() || address.isLoopback() || address.isLinkLocal();
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return !name.contains(".") || PRIVATE_DOMAINS.stream().anyMatch(d -> name.endsWith("." + d));
    }

    private static @Nullable String host(String url) {
        try {
            return new URI(url.trim()).getHost();
        } catch (URISyntaxException notAUrl) {
            return null;
        }
    }
}
