package io.github.ekslint.reader.eksctl;

import java.util.List;

/**
 * Whether a command that starts a node names the API server and its certificate, so that the node need not ask EKS for them:
 * as options of {@code bootstrap.sh}, or as fields of a {@code NodeConfig}.
 */
final class BootstrapCommand {

    private static final List<String> SERVER =
            List.of("apiserver-endpoint", "apiServerEndpoint", "API_SERVER_URL", "api-server", "APIServerEndpoint");
    private static final List<String> CERTIFICATE = List.of(
            "b64-cluster-ca", "certificateAuthority", "B64_CLUSTER_CA", "cluster-certificate", "Base64ClusterCA");

    private BootstrapCommand() {}

    static boolean carriesCluster(String command) {
        return SERVER.stream().anyMatch(command::contains)
                && CERTIFICATE.stream().anyMatch(command::contains);
    }
}
