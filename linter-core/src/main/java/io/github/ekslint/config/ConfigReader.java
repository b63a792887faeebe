package io.github.ekslint.config;

import io.github.ekslint.config.Manifests.Claim;
import io.github.ekslint.model.NextHop;
import io.github.ekslint.rule.Parameter;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Glob;
import io.github.ekslint.source.Nearest;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a configuration, strictly: what it does not understand is a problem at its line, and the rest holds. */
public final class ConfigReader {

    /** The members of a configuration. */
    static final List<String> KEYS = List.of("rules", "registries", "client-networks", "next-hops", "manifests");

    /** The members of one rule. */
    static final List<String> RULE_KEYS = List.of("parameters", "severity");

    /** What a rule's severity may be set to. */
    static final List<String> SEVERITIES = List.of("off", "error", "warning", "info");

    /** What may lie behind a next hop. */
    static final List<String> BEHIND = List.of("internet", "none");

    private static final String INTERNET = "internet";

    /** The members of {@code registries}. */
    static final List<String> REGISTRY_KEYS = List.of("allowed", "mirrors");

    private static final Pattern REGISTRY =
            Pattern.compile("[A-Za-z0-9*][A-Za-z0-9.*_-]*(:[0-9]+)?(/[A-Za-z0-9._*-]+)*/?");
    private static final Pattern NETWORK = Pattern.compile("([0-9A-Fa-f.:]+)/(\\d{1,3})");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern CLUSTER = Pattern.compile("(?:([a-z0-9-]+)/)?([A-Za-z0-9][A-Za-z0-9_-]{0,99})");

    private final RuleCatalogue catalogue;
    private final String folder;
    private final String workingFolder;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, RuleSettings> rules = new LinkedHashMap<>();
    private final Map<String, List<String>> shared = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<NextHop> nextHops = new ArrayList<>();

    /**
     * A reader for one file.
     *
     * @param folder of the file, absolute
     * @param workingFolder what names of files in reports are relative to, absolute
     */
    public ConfigReader(RuleCatalogue catalogue, String folder, String workingFolder) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.workingFolder = workingFolder;
    }

    /** The configuration; nothing is configured by an empty file. */
    public Config read(Parsed parsed) {
        problems.addAll(parsed.problems());
        List<Document> documents = parsed.documents();
        if (documents.size() > 1) {
            wrong(documents.get(1).root(), "a configuration is one document");
        }
        boolean manifests = false;
        if (!documents.isEmpty() && !isNull(documents.get(0).root())) {
            Node root = documents.get(0).root();
            members(root, "a configuration", KEYS, (key, value) -> {
                switch (key) {
                    case "rules" -> rules(value);
                    case "registries" ->
                        members(
                                value,
                                "registries",
                                REGISTRY_KEYS,
                                (name, list) -> shared.put(
                                        "registries." + name,
                                        words(
                                                list,
                                                "registry.example.com or registry.example.com/team",
                                                REGISTRY.asMatchPredicate())));
                    case "client-networks" ->
                        shared.put(key, words(value, "10.0.0.0/8 or 2001:db8::/32", ConfigReader::isNetwork));
                    case "next-hops" -> nextHops(value);
                    default -> manifests(value);
                }
            });
            manifests = root.asMapping().flatMap(m -> m.get("manifests")).isPresent();
        }
        return new Config(
                rules,
                shared,
                manifests ? Optional.of(new Manifests(folder, workingFolder, claims)) : Optional.empty(),
                nextHops,
                problems);
    }

    private void rules(Node node) {
        for (Node.Entry entry : mapping(node, "rules")) {
            String id = entry.key().text();
            Optional<Rule> rule = catalogue.find(id);
            if (rule.isPresent()) {
                rules.put(id, settings(rule.get(), entry.value()));
            } else {
                List<String> ids = catalogue.rules().stream().map(Rule::id).toList();
                String hint = catalogue.rules().stream()
                        .filter(r -> r.name().equals(id))
                        .findFirst()
                        .map(r -> "; its id is " + r.id())
                        .orElseGet(() -> near(id, ids));
                wrong(entry.key(), "there is no rule “%s”%s".formatted(shortened(id), hint));
            }
        }
    }

    private RuleSettings settings(Rule rule, Node node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> severity = new ArrayList<>();
        members(node, rule.id(), RULE_KEYS, (key, value) -> {
            if (key.equals("parameters")) {
                for (Node.Entry entry : mapping(value, "parameters")) {
                    parameter(rule, entry)
                            .ifPresent(text -> parameters.put(entry.key().text(), text));
                }
            } else {
                String text = value.asScalar().map(Node.Scalar::text).orElse("");
                if (SEVERITIES.contains(text)) {
                    severity.add(text);
                } else {
                    wrong(value, "a severity is off, error, warning or info" + near(text, SEVERITIES));
                }
            }
        });
        boolean off = severity.contains("off");
        return new RuleSettings(
                off,
                severity.stream()
                        .filter(s -> !s.equals("off"))
                        .map(s -> Severity.valueOf(s.toUpperCase(Locale.ROOT)))
                        .findFirst(),
                parameters);
    }

    private Optional<String> parameter(Rule rule, Node.Entry entry) {
        String name = entry.key().text();
        Parameter parameter = rule.parameters().get(name);
        if (parameter == null) {
            String all = rule.parameters().isEmpty()
                    ? ""
                    : "; it has " + String.join(", ", rule.parameters().keySet());
            String near = near(name, rule.parameters().keySet());
            wrong(
                    entry.key(),
                    "%s has no parameter “%s”%s".formatted(rule.id(), shortened(name), near.isEmpty() ? all : near));
            return Optional.empty();
        }
        if (parameter.type() == Parameter.Type.WORDS) {
            return Optional.of(String.join(",", words(entry.value(), "words without commas", w -> !w.contains(","))));
        }
        Optional<Node.Scalar> scalar = entry.value().asScalar().filter(s -> s.kind() == kind(parameter.type()));
        Optional<String> text = scalar.map(Node.Scalar::text)
                .map(t -> parameter.type() == Parameter.Type.BOOLEAN ? t.toLowerCase(Locale.ROOT) : t)
                .filter(parameter.type()::fits);
        if (text.isEmpty()) {
            wrong(
                    entry.value(),
                    "%s of %s is a %s, not %s"
                            .formatted(
                                    name,
                                    rule.id(),
                                    parameter.type().described(),
                                    entry.value()
                                            .asScalar()
                                            .map(s -> "“" + shortened(s.text()) + "”")
                                            .orElse(entry.value().described())));
        }
        return text;
    }

    private static Node.Scalar.Kind kind(Parameter.Type type) {
        return switch (type) {
            case INTEGER -> Node.Scalar.Kind.INTEGER;
            case BOOLEAN -> Node.Scalar.Kind.BOOLEAN;
            case TEXT, WORDS -> Node.Scalar.Kind.TEXT;
        };
    }

    private void manifests(Node node) {
        for (Node.Entry entry : mapping(node, "manifests")) {
            Matcher cluster = CLUSTER.matcher(entry.key().text());
            List<Glob> globs = new ArrayList<>();
            words(
                            entry.value(),
                            "paths below the folder of this file, such as deploy/**/*.yaml",
                            ConfigReader::isInside)
                    .forEach(w -> globs.add(Glob.of(w.endsWith("/") ? w.substring(0, w.length() - 1) : w)));
            if (cluster.matches()) {
                claims.add(new Claim(Optional.ofNullable(cluster.group(1)), cluster.group(2), globs));
            } else {
                wrong(entry.key(), "manifests are named by a cluster, as name or region/name");
            }
        }
    }

    private void nextHops(Node node) {
        for (Node.Entry entry : mapping(node, "next-hops")) {
            String said = entry.value().asScalar().map(Node.Scalar::text).orElse("");
            if (BEHIND.contains(said)) {
                nextHops.add(NextHop.of(
                        entry.key().text(), said.equals(INTERNET), entry.value().place()));
            } else {
                wrong(entry.value(), "behind a next hop lies internet or none" + near(said, BEHIND));
            }
        }
    }

    private static boolean isInside(String glob) {
        return !glob.startsWith("/") && !glob.startsWith("..") && !glob.contains("\\") && !glob.isBlank();
    }

    private static boolean isNetwork(String text) {
        Matcher network = NETWORK.matcher(text);
        if (!network.matches()) {
            return false;
        }
        String address = network.group(1);
        int prefix = Integer.parseInt(network.group(2));
        return address.contains(":")
                ? prefix <= 128 && isIpv6(address)
                : prefix <= 32 && IPV4.matcher(address).matches();
    }

    /** What contains a colon is never looked up as a name. */
    private static boolean isIpv6(String address) {
        try {
            InetAddress.getByName(address);
            return true;
        } catch (UnknownHostException malformed) {
            return false;
        }
    }

    private List<String> words(Node node, String such, Predicate<String> valid) {
        List<String> words = new ArrayList<>();
        if (node.asSequence().isEmpty()) {
            wrong(node, "this is a list of %s, not %s".formatted(such, node.described()));
        }
        for (Node item : node.asSequence().map(Node.Sequence::items).orElse(List.of())) {
            Optional<String> text = item.asScalar()
                    .filter(s -> s.kind() == Node.Scalar.Kind.TEXT)
                    .map(Node.Scalar::text)
                    .filter(t -> !t.isBlank())
                    .filter(valid);
            text.ifPresentOrElse(
                    words::add,
                    () -> wrong(
                            item,
                            "this is a list of %s; %s is none"
                                    .formatted(
                                            such,
                                            item.asScalar()
                                                    .map(s -> "“" + shortened(s.text()) + "”")
                                                    .orElse(item.described()))));
        }
        return words;
    }

    private void members(Node node, String what, List<String> keys, BiConsumer<String, Node> each) {
        for (Node.Entry entry : mapping(node, what)) {
            String key = entry.key().text();
            if (keys.contains(key)) {
                each.accept(key, entry.value());
            } else {
                String near = near(key, keys);
                wrong(
                        entry.key(),
                        "%s has no “%s”%s"
                                .formatted(
                                        what,
                                        shortened(key),
                                        near.isEmpty() ? "; it has " + String.join(", ", keys) : near));
            }
        }
    }

    private Collection<Node.Entry> mapping(Node node, String what) {
        if (node.asMapping().isEmpty()) {
            wrong(node, "%s is a mapping, not %s".formatted(what, node.described()));
        }
        return node.asMapping().map(Node.Mapping::entries).orElse(List.of());
    }

    private static boolean isNull(Node node) {
        return node.asScalar().filter(Node.Scalar::isNull).isPresent();
    }

    private static String near(String typed, Collection<String> names) {
        return Nearest.of(typed, names).map(n -> "; the nearest one is " + n).orElse("");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private void wrong(Node node, String message) {
        problems.add(Problem.error("configuration", node.place(), message));
    }
}
