package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.reader.terraform.resource.TfResource.Mode;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan or a state: the instances as they will be, and the configuration they come from. */
final class Plan {

    private static final int DEEPEST = 200;
    private static final int MOST_STEPS = 2_000_000;

    private final Node.Mapping root;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<String, List<Instance>> byName = new HashMap<>();
    private final Map<String, Instance> byId = new HashMap<>();
    private final Map<String, PlanModule> modules = new LinkedHashMap<>();
    private final PlanModule rootModule;
    private int steps;

    private Plan(Node.Mapping root, List<Instance> all) {
        this.root = root;
        this.rootModule =
                PlanModule.root(root.at("configuration", "root_module").flatMap(Node::asMapping));
        modules.put("", rootModule);
        for (Instance instance : all) {
            if (instances.putIfAbsent(instance.address(), instance) == null) {
                module(instance.module());
                byName.computeIfAbsent(
                                name(instance.module(), instance.mode(), instance.type(), instance.name()),
                                n -> new ArrayList<>())
                        .add(instance);
                if (instance.mode() == Mode.MANAGED) {
                    instance.values().text("id").filter(id -> !id.isEmpty()).ifPresent(id -> byId.put(id, instance));
                }
            }
        }
    }

    /** Reads a plan or a state; empty when the mapping is neither. */
    static Optional<Plan> of(Node.Mapping root) {
        return is(root) ? Optional.of(new Plan(root, Instances.of(root))) : Optional.empty();
    }

    /** Whether a document is a plan or a state, as {@code terraform show -json} prints them. */
    static boolean is(Node.Mapping root) {
        return root.get("format_version").flatMap(Node::asScalar).isPresent()
                && (root.get("planned_values").isPresent()
                        || root.get("resource_changes").isPresent()
                        || root.get("terraform_version").isPresent());
    }

    /** Whether it says what is, and not what will be. */
    boolean isState() {
        return isState(root);
    }

    /** Whether a document says what is, and not what will be. */
    static boolean isState(Node.Mapping root) {
        return root.get("values").isPresent() && root.get("resource_changes").isEmpty();
    }

    List<Instance> instances() {
        return List.copyOf(instances.values());
    }

    /** The instances of one resource or data source, in the order of the plan. */
    List<Instance> named(String module, Mode mode, String type, String name) {
        return byName.getOrDefault(name(module, mode, type, name), List.of());
    }

    /** Takes one more step along references; false when there have been too many in this plan. */
    boolean step() {
        return ++steps <= MOST_STEPS;
    }

    /** The managed instance of that id; null when there is none. */
    @Nullable
    Instance byId(String id) {
        return byId.get(id);
    }

    private static String name(String module, Mode mode, String type, String name) {
        return module + " " + mode + " " + type + "." + name;
    }

    /** The instance of a module at an address. */
    PlanModule module(String address) {
        PlanModule known = modules.get(address);
        if (known != null) {
            return known;
        }
        List<Part> parts = Part.of(address);
        int last = parts.size() - 1;
        if (parts.size() > DEEPEST
                || parts.size() < 2
                || (parts.size() == 2 && parts.get(1).isIndex())) {
            return rootModule;
        }
        @Nullable String key = parts.get(last).isIndex() ? parts.get(last).text() : null;
        String name = parts.get(key == null ? last : last - 1).text();
        PlanModule made = module(parentOf(address)).child(name, key, address);
        modules.put(address, made);
        return made;
    }

    private static String parentOf(String address) {
        List<Part> parts = Part.of(address);
        int words = parts.get(parts.size() - 1).isIndex() ? 3 : 2;
        StringBuilder parent = new StringBuilder();
        for (Part part : parts.subList(0, Math.max(0, parts.size() - words))) {
            if (part.isIndex()) {
                boolean number = part.text().chars().allMatch(Character::isDigit);
                parent.append('[')
                        .append(number ? part.text() : '"' + part.text().replace("\"", "\\\"") + '"')
                        .append(']');
            } else {
                parent.append(parent.isEmpty() ? "" : ".").append(part.text());
            }
        }
        return parent.toString();
    }

    /** The instances of a module that another one calls by a name. */
    List<PlanModule> children(PlanModule caller, String name) {
        String prefix = caller.address().isEmpty() ? "module." + name : caller.address() + ".module." + name;
        List<PlanModule> children = modules.values().stream()
                .filter(m -> m.parent() == caller
                        && (m.address().equals(prefix) || m.address().startsWith(prefix + "[")))
                .toList();
        return children.isEmpty() ? List.of(module(prefix)) : children;
    }

    /** The value of a variable of the root module; empty when it is not in the plan. */
    Optional<Node> variable(String name) {
        return root.at("variables", name, "value");
    }

    /** What the configuration says of a provider. */
    Optional<Node.Mapping> provider(String key) {
        Optional<Node> exact = root.at("configuration", "provider_config", key);
        return exact.or(() -> root.at("configuration", "provider_config", key.substring(key.lastIndexOf(':') + 1)))
                .flatMap(Node::asMapping);
    }
}
