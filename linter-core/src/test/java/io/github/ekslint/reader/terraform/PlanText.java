package io.github.ekslint.reader.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes small plans in the format of {@code terraform show -json}. */
final class PlanText {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?<module>module\\.\\w+(?:\\[[^]]*])?(?:\\.module\\.\\w+(?:\\[[^]]*])?)*)\\.)?(?<data>data\\.)?(?<type>\\w+)\\.(?<name>\\w+)(?:\\[(?<key>[^]]*)])?");

    private final List<String> changes = new ArrayList<>();
    private final List<String> prior = new ArrayList<>();
    private final Map<String, Map<String, String>> resources = new LinkedHashMap<>();
    private final Map<String, String> calls = new LinkedHashMap<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private String variables = "{}";

    PlanText() {
        resources.put("", new LinkedHashMap<>());
    }

    /** An instance that is created. */
    PlanText create(String address, String after, String unknown, String expressions) {
        return change(address, "\"create\"", after, unknown, expressions);
    }

    /** An instance with what is done to it; an empty text for the expressions leaves the configuration as it is. */
    PlanText change(String address, String actions, String after, String unknown, String expressions) {
        Matcher m = match(address);
        String module = module(m);
        changes.add(
                """
                {"address": %s, %s "mode": "%s", "type": "%s", "name": "%s", %s
                 "provider_name": "registry.terraform.io/hashicorp/aws",
                 "change": {"actions": [%s], "before": null, "after": %s, "after_unknown": %s}}"""
                        .formatted(
                                quoted(address),
                                module.isEmpty() ? "" : "\"module_address\": " + quoted(module) + ",",
                                m.group("data") == null ? "managed" : "data",
                                m.group("type"),
                                m.group("name"),
                                m.group("key") == null ? "" : "\"index\": " + m.group("key") + ",",
                                actions,
                                after,
                                unknown));
        configure(address, expressions, "");
        return this;
    }

    /** What the configuration writes of a resource. */
    PlanText configure(String address, String expressions, String more) {
        Matcher m = match(address);
        if (!expressions.isEmpty()) {
            String data = m.group("data") == null ? "" : "data.";
            resources
                    .computeIfAbsent(module(m).replaceAll("\\[[^]]*]", ""), k -> new LinkedHashMap<>())
                    .put(
                            data + m.group("type") + "." + m.group("name"),
                            "{\"address\": \"%s%s.%s\", \"expressions\": %s %s}"
                                    .formatted(data, m.group("type"), m.group("name"), expressions, more));
        }
        return this;
    }

    /** What a data source found before the plan. */
    PlanText found(String address, String values) {
        Matcher m = match(address);
        prior.add("{\"address\": %s, \"mode\": \"data\", \"type\": \"%s\", \"name\": \"%s\", \"values\": %s}"
                .formatted(quoted(address), m.group("type"), m.group("name"), values));
        return this;
    }

    /** A call of a module by the root module. */
    PlanText module(String name, String source, String inputs, String itsOutputs) {
        calls.put(name, "\"source\": \"%s\", \"expressions\": %s".formatted(source, inputs));
        outputs.put("module." + name, itsOutputs);
        return this;
    }

    PlanText variables(String values) {
        variables = values;
        return this;
    }

    private static Matcher match(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(address);
        }
        return matcher;
    }

    private static String module(Matcher address) {
        String module = address.group("module");
        return module == null ? "" : module;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        List<String> called = new ArrayList<>();
        calls.forEach((name, call) -> called.add("\"%s\": {%s, \"module\": {\"outputs\": %s, \"resources\": %s}}"
                .formatted(name, call, outputs.get("module." + name), list("module." + name))));
        return """
                {"format_version": "1.2", "terraform_version": "1.9.8", "variables": %s,
                 "resource_changes": [%s],
                 "prior_state": {"values": {"root_module": {"resources": [%s]}}},
                 "configuration": {
                   "provider_config": {"aws": {"name": "aws", "expressions": {"region": {"constant_value": "eu-west-1"}}}},
                   "root_module": {"resources": %s, "module_calls": {%s}}}}"""
                .formatted(
                        variables,
                        String.join(",\n", changes),
                        String.join(",\n", prior),
                        list(""),
                        String.join(",\n", called));
    }

    private String list(String module) {
        return "[" + String.join(",\n", resources.getOrDefault(module, Map.of()).values()) + "]";
    }
}
