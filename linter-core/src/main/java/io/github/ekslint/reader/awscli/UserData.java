package io.github.ekslint.reader.awscli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Looks into user data without keeping it. */
final class UserData {

    /** What the evidence script leaves in place of user data; {@code yes} or {@code no} follows. */
    static final String REMOVED = "removed, bootstraps the cluster: ";

    /** How each kind of image is told where the API server is and which certificate it has. */
    private static final List<List<String>> BOOTSTRAPS = List.of(
            List.of("--apiserver-endpoint", "--b64-cluster-ca"),
            List.of("apiServerEndpoint", "certificateAuthority"),
            List.of("api-server", "cluster-certificate"),
            List.of("-APIServerEndpoint", "-Base64ClusterCA"));

    private UserData() {}

    /**
     * Whether the user data carries API server endpoint and certificate.
     *
     * @param base64 as the API gives it, or the marker of the evidence script
     * @return empty when it cannot be told, as of compressed user data
     */
    static Optional<Boolean> bootstrapsCluster(String base64) {
        if (base64.startsWith(REMOVED)) {
            return switch (base64.substring(REMOVED.length())) {
                case "yes" -> Optional.of(true);
                case "no" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
        String text;
        try {
            text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (text.startsWith("\u001f") || text.indexOf('\uFFFD') >= 0) {
            return Optional.empty();
        }
        return Optional.of(BOOTSTRAPS.stream().anyMatch(words -> words.stream().allMatch(text::contains)));
    }
}
