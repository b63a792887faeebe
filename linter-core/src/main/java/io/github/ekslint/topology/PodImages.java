package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The registries that the images of a workload come from, in a cluster that may have no way to the internet.
 *
 * @param of the workload
 * @param controlled whether it is a pod of a workload of the estate, which is judged for all its pods
 * @param isolated whether no subnet in which pods of the cluster run has a way to the internet
 */
public record PodImages(Workload of, boolean controlled, Truth isolated) {

    private static final Pattern ECR = Pattern.compile(
            "\\d{12}\\.dkr[.-]ecr(?:-fips)?\\.[a-z0-9-]+\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.(?:aws|amazonwebservices\\.com\\.cn))");

    private static final String DOCKER_HUB = "docker.io";

    /** The key of the workload. */
    public String workload() {
        return of.key();
    }

    /** Whether the workload has pods. */
    public Truth hasPods() {
        return Truth.of(of.attributes().find(Workload.IMAGES) != null);
    }

    /** Whether it is a pod of a workload of the estate, which is judged for all its pods. */
    public Truth isControlled() {
        return Truth.of(controlled);
    }

    /**
     * Whether an image comes from a registry that only the internet leads to.
     *
     * @param onTheInternet registries that are; {@code *.example.com} stands for all below it
     * @param within registries that are in reach, or whose images the nodes get from a mirror
     */
    public Truth areOutOfReach(List<String> onTheInternet, List<String> within) {
        return of.images().any("images", image -> isOutOfReach(image, onTheInternet, within));
    }

    /** The images that do, as a message shows them. */
    public String outOfReach(List<String> onTheInternet, List<String> within) {
        return of.images().items().stream()
                .filter(image -> isOutOfReach(image, onTheInternet, within).isTrue())
                .flatMap(image -> image.known().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Truth isOutOfReach(Value<String> image, List<String> onTheInternet, List<String> within) {
        if (image.known().isEmpty()) {
            return image.isPresent("image");
        }
        String host = registry(image.known().get());
        String name = host.equals(DOCKER_HUB) && !image.known().get().startsWith(DOCKER_HUB)
                ? host + "/" + image.known().get()
                : image.known().get();
        if (ECR.matcher(host).matches() || within.stream().anyMatch(w -> isIn(host, name, w))) {
            return Truth.of(false, image.ground("image"));
        }
        if (onTheInternet.stream().anyMatch(r -> isIn(host, name, r))) {
            return Truth.of(true, image.ground("image"));
        }
        return Truth.of(
                Logic.UNKNOWN,
                List.of(new Ground(
                        "image",
                        "whether the registry %s is in reach is not known".formatted(host),
                        Ground.UNRESOLVED,
                        image.places(),
                        List.of(Settlement.parameter("allowed-registries of EKS-IMG-001")))));
    }

    /** A registry, or a registry and the beginning of the names in it. */
    private static boolean isIn(String host, String image, String registry) {
        String wanted = registry.toLowerCase(Locale.ROOT);
        return wanted.startsWith("*.")
                ? host.endsWith(wanted.substring(1))
                : host.equals(wanted) || image.startsWith(wanted + "/");
    }

    /** The host of an image's name; what has none comes from Docker Hub. */
    static String registry(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        String name = host ? first.toLowerCase(Locale.ROOT) : DOCKER_HUB;
        return name.equals("index.docker.io") || name.equals("registry-1.docker.io") ? DOCKER_HUB : name;
    }
}
