package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.source.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a template has to do with EKS. */
final class Relevance {

    private static final List<String> EKS_TYPES =
            List.of("AWS::EKS::", "AWSQS::EKS::", "Custom::AWSCDK-EKS-Cluster", "Custom::AWSCDK-EKS-FargateProfile");

    /** What a stack beside that of the cluster may hold that matters to the cluster. */
    private static final List<String> NETWORK_TYPES = List.of(
            "AWS::EC2::VPC",
            "AWS::EC2::Subnet",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::LaunchTemplate",
            "AWS::IAM::Role",
            "AWS::IAM::InstanceProfile",
            "AWS::KMS::Key",
            "AWS::CloudFormation::Stack");

    private static final List<String> WORDS =
            List.of("kubernetes.io/cluster/", "kubernetes.io/role/", "/etc/eks/bootstrap.sh", "Start-EKSBootstrap");

    private Relevance() {}

    /**
     * Whether a template is read. One that could belong to a cluster of another stack is; whether it does, only all templates
     * together tell.
     */
    static Recognition of(Template template) {
        boolean likeATemplate =
                template.root().get("AWSTemplateFormatVersion").isPresent() || hasType(template, t -> t.contains("::"));
        if (!likeATemplate) {
            return Recognition.NO;
        }
        if (isAboutEks(template)) {
            return Recognition.YES;
        }
        boolean joinable = template.section("Outputs").isPresent()
                && hasType(template, t -> NETWORK_TYPES.stream().anyMatch(t::startsWith));
        boolean nesting = hasType(template, t -> t.equals("AWS::CloudFormation::Stack"));
        return joinable || nesting ? Recognition.YES : Recognition.IRRELEVANT;
    }

    /** Whether it has a resource of EKS, tags for Kubernetes, or nodes. */
    static boolean isAboutEks(Template template) {
        return hasType(template, t -> EKS_TYPES.stream().anyMatch(t::startsWith)) || mentionsKubernetes(template);
    }

    private static boolean hasType(Template template, Predicate<String> test) {
        return template.section("Resources")
                .filter(r -> r.entries().stream()
                        .anyMatch(e -> type(e.value()).filter(test).isPresent()))
                .isPresent();
    }

    /** The type of a resource, also of one that a loop makes. */
    private static Optional<String> type(Node resource) {
        Optional<Node> looped = resource.asSequence()
                .filter(s -> s.items().size() == 3)
                .flatMap(s -> s.items().get(2).asMapping())
                .flatMap(m -> m.entries().stream().findFirst())
                .map(Node.Entry::value);
        return looped.or(() -> Optional.of(resource)).flatMap(Node::asMapping).flatMap(m -> m.text("Type"));
    }

    private static boolean mentionsKubernetes(Template template) {
        Optional<Node.Mapping> resources = template.section("Resources");
        if (resources.isEmpty()
                || !hasType(template, t -> t.startsWith("AWS::EC2::") || t.startsWith("AWS::AutoScaling::"))) {
            return false;
        }
        Deque<Node> left = new ArrayDeque<>(List.of(resources.get()));
        while (!left.isEmpty()) {
            Node node = left.pop();
            boolean found = node.asScalar()
                    .filter(s -> WORDS.stream().anyMatch(s.text()::contains))
                    .isPresent();
            if (found) {
                return true;
            }
            node.asMapping().ifPresent(m -> m.entries().forEach(e -> {
                left.push(e.key());
                left.push(e.value());
            }));
            node.asSequence().ifPresent(s -> s.items().forEach(left::push));
        }
        return false;
    }
}
