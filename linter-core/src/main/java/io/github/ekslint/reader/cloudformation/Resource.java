package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Conditions;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource of a stack.
 *
 * @param id its logical id
 * @param key names it within the run
 * @param place its logical id, with the address that reports show
 */
record Resource(Scope scope, String id, String type, Node.Mapping node, String key, Place place) {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("AWS::EKS::Nodegroup", "NodeGroup"),
            Map.entry("AWS::EC2::VPC", "Vpc"),
            Map.entry("AWS::EC2::VPCEndpoint", "VpcEndpoint"),
            Map.entry("AWS::EC2::DHCPOptions", "DhcpOptions"),
            Map.entry("AWS::KMS::Key", "KmsKey"),
            Map.entry("AWS::AutoScaling::AutoScalingGroup", "NodeGroup"),
            Map.entry("Custom::AWSCDK-EKS-Cluster", "Cluster"),
            Map.entry("Custom::AWSCDK-EKS-FargateProfile", "FargateProfile"));

    /** The logical id, with the path of the construct where the CDK synthesised it. */
    static String address(String id, Node.Mapping node) {
        return node.at("Metadata", "aws:cdk:path")
                .flatMap(Node::asScalar)
                .map(p -> "%s (%s)".formatted(id, p.text()))
                .orElse(id);
    }

    /** The key of a resource: what kind of fact it becomes, its stack, its logical id. */
    static String key(String type, String stack, String id) {
        return KINDS.getOrDefault(type, type.substring(type.lastIndexOf(':') + 1)) + "/" + stack + "/" + id;
    }

    Stack stack() {
        return scope.stack();
    }

    boolean is(String... types) {
        return List.of(types).contains(type);
    }

    /** The properties; of a resource without any, an empty mapping. */
    Props properties() {
        Datum datum = node.get("Properties")
                .map(n -> Evaluator.eval(n, scope))
                .orElseGet(() -> new TemplateMembers(new Node.Mapping(place, null, Map.of()), scope));
        return new Props(datum, "Properties", place, stack().run()::report);
    }

    /** The value of its condition; empty when it has none. */
    Optional<Datum> condition() {
        return node.get("Condition").flatMap(Node::asScalar).map(c -> stack().condition(
                        scope.filled(c.text()), c.place()));
    }

    /** A value that is there only when the resource is. */
    <T> Value<T> when(Value<T> value) {
        return condition().map(c -> Conditions.when(c, value)).orElse(value);
    }

    /** Whether the stack makes it. */
    Truth existence() {
        Truth own = condition().map(c -> Conditions.truth(c, place)).orElseGet(Truth::yes);
        Resource nested = stack().nestedIn();
        return nested == null ? own : own.and(nested.existence());
    }
}
