package io.github.ekslint.reader.implied;

import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into user data without keeping it. */
public final class UserData {

    /** How each kind of image is told where the API server is and which certificate it has. */
    private static final List<List<String>> BOOTSTRAPS = List.of(
            List.of("--apiserver-endpoint", "--b64-cluster-ca"),
            List.of("apiServerEndpoint", "certificateAuthority"),
            List.of("api-server", "cluster-certificate"),
            List.of("-APIServerEndpoint", "-Base64ClusterCA"));

    /** What user data of an EKS node holds, whichever way it takes. */
    private static final List<String> EKS = List.of(
            "/etc/eks/bootstrap.sh", "Start-EKSBootstrap", "node.eks.aws", "nodeadm", "settings.kubernetes", "kubelet");

    private UserData() {}

    /** Whether there is user data. */
    public static Value<Boolean> present(Datum written, Place at) {
        return written instanceof Datum.Nothing ? Value.explicit(false, at) : Value.explicit(true, place(written, at));
    }

    /** Whether it carries API server endpoint and certificate. */
    public static Value<Boolean> bootstrapsCluster(Datum written, Place at) {
        if (written instanceof Datum.Nothing) {
            return Value.explicit(false, at);
        }
        Place place = place(written, at);
        return literals(written)
                .<Value<Boolean>>map(t -> Value.explicit(
                        BOOTSTRAPS.stream().anyMatch(words -> words.stream().allMatch(t::contains)), place))
                .orElseGet(() -> Value.unresolved("the user data is not known", List.of(place)));
    }

    /** Whether it makes the instance a node of an EKS cluster. */
    public static boolean isOfNode(Datum written) {
        return literals(written).filter(t -> EKS.stream().anyMatch(t::contains)).isPresent();
    }

    /** The key of the resource that one of these keys names and that the user data mentions; null when there is none. */
    public static @Nullable String mentioned(Datum written, List<String> keys) {
        if (written instanceof Datum.Text text) {
            for (Datum.Piece piece : text.pieces()) {
                Gap gap = piece.gap();
                if (gap != null
                        && gap.target() != null
                        && keys.contains(gap.target().key())) {
                    return gap.target().key();
                }
            }
        }
        return null;
    }

    /** What is known of the text; empty when nothing is. */
    private static Optional<String> literals(Datum written) {
        if (written instanceof Datum.Choice choice) {
            return choice.cases().values().stream()
                    .flatMap(d -> literals(d).stream())
                    .reduce((a, b) -> a + "\n" + b);
        }
        if (!(written instanceof Datum.Text text)) {
            return Optional.empty();
        }
        StringBuilder known = new StringBuilder();
        text.pieces().forEach(p -> known.append(p.gap() == null ? p.text() : "?"));
        return known.toString().replace("?", "").isBlank() ? Optional.empty() : Optional.of(known.toString());
    }

    private static Place place(Datum written, Place at) {
        return written.places().stream().findFirst().orElse(at);
    }
}
