package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the resources of a stack refer to one another and to other stacks. */
final class References {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");

    private References() {}

    /** Evaluates every {@code Fn::ImportValue} of a stack, so that stacks that belong together are known. */
    static void imports(Stack stack) {
        calls(stack.template().root(), call -> {
            if (call.name().equals("ImportValue")) {
                Functions.apply(call, Scope.of(stack));
            }
        });
    }

    /** Reports resources that need themselves, which CloudFormation refuses. */
    static void check(Stack stack) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        stack.resources().forEach((id, resource) -> needs.put(id, neededBy(stack, resource)));
        Set<String> done = new LinkedHashSet<>();
        for (String id : needs.keySet()) {
            if (!done.contains(id)) {
                walk(stack, id, needs, done);
            }
        }
    }

    /** Depth first, without recursion. */
    private static void walk(Stack stack, String start, Map<String, Set<String>> needs, Set<String> done) {
        Deque<String> path = new ArrayDeque<>();
        Map<String, List<String>> left = new HashMap<>();
        Set<String> onPath = new LinkedHashSet<>(Set.of(start));
        path.push(start);
        left.put(start, new ArrayList<>(needs.getOrDefault(start, Set.of())));
        while (!path.isEmpty()) {
            String current = path.peek();
            List<String> next = left.get(current);
            if (next == null || next.isEmpty()) {
                done.add(current);
                onPath.remove(path.pop());
                continue;
            }
            String needed = next.remove(next.size() - 1);
            if (onPath.contains(needed)) {
                Resource resource = stack.resources().get(needed);
                if (resource != null) {
                    stack.run()
                            .report(Problem.error(
                                    "circular-reference",
                                    resource.place(),
                                    "resource %s needs itself, through %s".formatted(needed, current)));
                }
            } else if (!done.contains(needed)) {
                path.push(needed);
                onPath.add(needed);
                left.put(needed, new ArrayList<>(needs.getOrDefault(needed, Set.of())));
            }
        }
    }

    private static Set<String> neededBy(Stack stack, Resource resource) {
        Set<String> needed = new LinkedHashSet<>();
        resource.node().get("DependsOn").ifPresent(d -> {
            d.asScalar().ifPresent(s -> needed.add(s.text()));
            d.asSequence().ifPresent(l -> l.items().forEach(i -> i.asScalar().ifPresent(s -> needed.add(s.text()))));
        });
        resource.node()
                .get("Properties")
                .ifPresent(p -> calls(p, call -> names(call).forEach(needed::add)));
        needed.retainAll(stack.resources().keySet());
        return needed;
    }

    private static List<String> names(Evaluator.Call call) {
        Node argument = call.argument();
        Optional<Node> first =
                argument.asSequence().flatMap(s -> s.items().stream().findFirst());
        String text = argument.asScalar()
                .or(() -> first.flatMap(Node::asScalar))
                .map(Node.Scalar::text)
                .orElse("");
        List<String> names = new ArrayList<>();
        switch (call.name()) {
            case "Ref" -> names.add(text);
            case "GetAtt" -> names.add(text.replaceFirst("\\..*", ""));
            case "Sub" -> {
                Matcher matcher = VARIABLE.matcher(text);
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
            default -> {}
        }
        return names;
    }

    /** Every function call below a node, without recursion. */
    private static void calls(Node root, Consumer<Evaluator.Call> consumer) {
        Deque<Node> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            Node node = left.pop();
            Evaluator.Call.of(node).ifPresent(consumer);
            node.asMapping().ifPresent(m -> m.entries().forEach(e -> left.push(e.value())));
            node.asSequence().ifPresent(s -> s.items().forEach(left::push));
        }
    }
}
