package io.github.ekslint.reader.implied;

import io.github.ekslint.reader.datum.Datum;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of the SSM parameter with the id of an EKS-optimized image tells
 * (<a href="https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html">Amazon Linux</a>,
 * <a href="https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id-bottlerocket.html">Bottlerocket</a>,
 * <a href="https://docs.aws.amazon.com/eks/latest/userguide/retrieve-windows-ami-id.html">Windows</a>).
 *
 * @param family as the table of AMI types names it
 * @param version of Kubernetes; empty when the name leaves it open
 * @param architecture {@code arm64} or {@code x86_64}; empty when the name leaves it open
 */
public record NodeImage(String family, Optional<String> version, Optional<String> architecture) {

    private static final Pattern ARM = Pattern.compile(".*\\b(arm64|aarch64)\\b.*");

    /** How a launch template asks EC2 for the image in an SSM parameter, when an instance starts. */
    private static final String RESOLVE = "resolve:ssm:";

    /** Stands in a name for any text, or for what is not known of it. */
    private static final Pattern ANY_PROCESSOR = Pattern.compile("(?:amazon-eks-node-al2023-|bottlerocket-).*[?*]-.*");

    private static final List<NodeImagePattern> PATTERNS = List.of(
            new NodeImagePattern(
                    "AL2023", Pattern.compile("/aws/service/eks/optimized-ami/([^/]*)/amazon-linux-2023/.*")),
            new NodeImagePattern("AL2", Pattern.compile("/aws/service/eks/optimized-ami/([^/]*)/amazon-linux-2.*")),
            new NodeImagePattern("BOTTLEROCKET", Pattern.compile("/aws/service/bottlerocket/aws-k8s-([0-9.]*).*")),
            new NodeImagePattern(
                    "WINDOWS_2019",
                    Pattern.compile("/aws/service/ami-windows-latest/Windows_Server-2019.*EKS_Optimized-([0-9.]*)/.*")),
            new NodeImagePattern(
                    "WINDOWS_2022",
                    Pattern.compile("/aws/service/ami-windows-latest/Windows_Server-2022.*EKS_Optimized-([0-9.]*)/.*")),
            new NodeImagePattern(
                    "WINDOWS_2025",
                    Pattern.compile(
                            "/aws/service/ami-windows-latest/Windows_Server-2025.*EKS_Optimized-([0-9.]*)/.*")));

    /** The names of the images themselves; a filter may hold wildcards. */
    private static final List<NodeImagePattern> NAMES = List.of(
            new NodeImagePattern("AL2023", Pattern.compile("amazon-eks-node-al2023-[a-z0-9_?*]+-[a-z?*]+-([^-]*).*")),
            new NodeImagePattern("AL2", Pattern.compile("amazon-eks-(?:arm64-|gpu-)?node-(\\d+\\.\\d+|\\?(?=-v))-.*")),
            new NodeImagePattern("BOTTLEROCKET", Pattern.compile("bottlerocket-aws-k8s-([0-9.]*).*")),
            new NodeImagePattern(
                    "WINDOWS_2019", Pattern.compile("Windows_Server-2019-.*EKS_Optimized-(\\d+\\.\\d+)-.*")),
            new NodeImagePattern(
                    "WINDOWS_2022", Pattern.compile("Windows_Server-2022-.*EKS_Optimized-(\\d+\\.\\d+)-.*")),
            new NodeImagePattern(
                    "WINDOWS_2025", Pattern.compile("Windows_Server-2025-.*EKS_Optimized-(\\d+\\.\\d+)-.*")));

    private record NodeImagePattern(String family, Pattern pattern) {}

    /** The image; empty when the name is not one of EKS-optimized images. */
    public static Optional<NodeImage> of(String parameter) {
        return first(PATTERNS, parameter);
    }

    /** The image of that name, as AWS names those optimized for EKS; empty when it is none of them. */
    public static Optional<NodeImage> named(String name) {
        return first(NAMES, name);
    }

    private static Optional<NodeImage> first(List<NodeImagePattern> patterns, String text) {
        for (NodeImagePattern one : patterns) {
            Matcher matcher = one.pattern().matcher(text);
            if (matcher.matches()) {
                return Optional.of(new NodeImage(
                        one.family(),
                        Optional.of(matcher.group(1)).filter(v -> v.matches("\\d+\\.\\d+")),
                        architecture(text)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> architecture(String text) {
        if (ARM.matcher(text).matches()) {
            return Optional.of("arm64");
        }
        boolean said = text.contains("x86_64") || !ANY_PROCESSOR.matcher(text).matches();
        return said ? Optional.of("x86_64") : Optional.empty();
    }

    /** The image that an expression takes from an SSM parameter. */
    public static Optional<NodeImage> of(Datum image) {
        if (!(image instanceof Datum.Text text)) {
            return Optional.empty();
        }
        String known = text.known();
        if (known != null) {
            return known.startsWith(RESOLVE) ? of(known.substring(RESOLVE.length())) : Optional.empty();
        }
        return of(Objects.requireNonNull(text.gap()).hint().replaceFirst("^/?", "/"));
    }
}
