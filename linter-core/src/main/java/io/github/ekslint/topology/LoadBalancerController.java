package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Deployment of the AWS Load Balancer Controller
 * (<a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/">its documentation on
 * subnet discovery</a>).
 */
record LoadBalancerController(Workload deployment) {

    private static final String NAME = "aws-load-balancer-controller";
    private static final Pattern IMAGE = Pattern.compile(".*/" + NAME + ":v(\\d+)\\.(\\d+)\\.(\\d+).*");

    /** From this version on subnets without role tags are found by their routes. */
    private static final Version DISCOVERS_BY_ROUTE = new Version(2, 12, 1);

    /** From this version on the tag of the cluster is not needed. */
    private static final Version NEEDS_NO_CLUSTER_TAG = new Version(2, 1, 2);

    /** The controller among these objects. */
    static Optional<LoadBalancerController> among(List<Workload> workloads) {
        return workloads.stream()
                .filter(w -> is(w.objectKind(), "Deployment"))
                .filter(w -> is(w.name(), NAME)
                        || w.labels()
                                .known()
                                .filter(l -> is(l.get("app.kubernetes.io/name"), NAME))
                                .isPresent())
                .findFirst()
                .map(LoadBalancerController::new);
    }

    /** Whether it finds subnets by role tag only. */
    Truth needsRoleTags() {
        return olderThan(DISCOVERS_BY_ROUTE).or(gateIsOff("SubnetDiscoveryByReachability"));
    }

    /** Whether it finds subnets only by the tag of the cluster. */
    Truth needsClusterTag() {
        return olderThan(NEEDS_NO_CLUSTER_TAG);
    }

    /** Whether a feature gate is switched off by argument. */
    Truth gateIsOff(String gate) {
        return gateIs(gate, false);
    }

    /** Whether a feature gate is switched by argument. */
    Truth gateIs(String gate, boolean on) {
        return deployment
                .args()
                .any(
                        "args",
                        arg -> arg.is(
                                "args",
                                text -> text.startsWith("--feature-gates=")
                                        && Arrays.asList(text.substring("--feature-gates=".length())
                                                        .split(","))
                                                .contains(gate + "=" + on)));
    }

    private Truth olderThan(Version version) {
        return deployment.images().any("images", image -> {
            Optional<String> text = image.known();
            Matcher matcher = IMAGE.matcher(text.orElse(""));
            if (text.filter(t -> t.contains(NAME)).isPresent() && !matcher.matches()) {
                return Truth.unknown(
                        "image", "the image %s does not tell its version".formatted(text.get()), image.places());
            }
            return image.is(
                    "image", t -> matcher.matches() && Version.of(matcher).compareTo(version) < 0);
        });
    }

    private static boolean is(Value<String> value, String text) {
        return value.known().filter(text::equals).isPresent();
    }

    private record Version(int major, int minor, int patch) implements Comparable<Version> {
        static Version of(Matcher matcher) {
            return new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        }

        /** A number too long for an int is newer than all others. */
        private static int number(Matcher matcher, int group) {
            String digits = matcher.group(group);
            return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        }

        @Override
        public int compareTo(Version other) {
            int order = Integer.compare(major, other.major);
            order = order != 0 ? order : Integer.compare(minor, other.minor);
            return order != 0 ? order : Integer.compare(patch, other.patch);
        }
    }
}
