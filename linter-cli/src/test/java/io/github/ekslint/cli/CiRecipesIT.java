package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What the recipes for CI say is run as the CI systems run it, as far as that goes without them. */
class CiRecipesIT {

    private static final Path PROJECT =
            Objects.requireNonNull(Jar.path().getParent()).resolve("../..").normalize();
    private static final Pattern EXPRESSION = Pattern.compile("\\$(?:\\{\\{|\\[\\[) ([\\w.-]+) (?:}}|]])");

    @TempDir
    private Path temporary;

    private Path checkout;

    @BeforeEach
    void aSpecWithADefect() throws IOException {
        assumeThat(new File("/bin/bash")).exists();
        checkout = Files.createDirectories(temporary.resolve("checkout"));
        Files.writeString(checkout.resolve("größe.yaml"), Specs.ONE_ZONE.replace("orders", "'::error::forged'"));
    }

    @Test
    void theStepsOfTheGithubAction() throws Exception {
        Map<String, Object> action = map(new Yaml().load(Files.readString(PROJECT.resolve("action.yml"))));
        Map<String, String> values =
                new HashMap<>(Map.of("inputs.arguments", "--select=EKS-NET-001\n--as-of=2026-11-22"));
        map(action.get("inputs"))
                .forEach((name, input) ->
                        values.putIfAbsent("inputs." + name, text(map(input).get("default"))));
        List<Run> runs = new ArrayList<>();
        for (Object each : (List<?>) map(action.get("runs")).get("steps")) {
            Map<String, Object> step = map(each);
            if (step.containsKey("run")) {
                assertThat(step.get("shell")).isEqualTo("bash");
                runs.add(step(step, values));
                Files.readAllLines(temporary.resolve("output"))
                        .forEach(line -> values.put(
                                "steps." + step.get("id") + ".outputs." + line.split("=", 2)[0],
                                line.split("=", 2)[1]));
            }
        }
        assertThat(runs).extracting(Run::status).containsExactly(0, 1);
        assertThat(values.get("steps.cache-key.outputs.key"))
                .startsWith("built-")
                .hasSizeGreaterThan(10);
        assertThat(resolved(text(map(map(action.get("outputs")).get("status")).get("value")), values))
                .isEqualTo("1");
        List<String> log = runs.get(1).out().lines().toList();
        String token = log.get(0).substring("::stop-commands::".length());
        int end = log.indexOf("::" + token + "::");
        assertThat(token).hasSizeGreaterThan(16);
        assertThat(log.subList(1, end)).anyMatch(l -> l.contains("--> größe.yaml:8:3"));
        assertThat(log.subList(end + 1, log.size()))
                .singleElement()
                .asString()
                .startsWith("::error file=größe.yaml,line=8,");
        assertThat(temporary.resolve("summary")).content().contains("EKS-NET-001", "größe.yaml");
        assertThat(checkout.resolve("ekslint.sarif")).content().contains("\"2.1.0\"", "EKS-NET-001");
    }

    /** As the runner does it: a file for bash, and the environment. */
    private Run step(Map<String, Object> step, Map<String, String> values) throws Exception {
        Path script = Files.writeString(temporary.resolve("script.sh"), resolved(text(step.get("run")), values));
        Map<String, String> environment = environment();
        map(step.getOrDefault("env", Map.of()))
                .forEach((name, value) -> environment.put(name, resolved(text(value), values)));
        environment.put("GITHUB_ACTION_PATH", PROJECT.toString());
        environment.put(
                "GITHUB_OUTPUT",
                Files.writeString(temporary.resolve("output"), "").toString());
        environment.put("GITHUB_STEP_SUMMARY", temporary.resolve("summary").toString());
        return start(environment, "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString());
    }

    @Test
    void theJobOfTheGitlabComponent() throws Exception {
        String job = gitlabJob(Map.of("inputs.arguments", "--select EKS-NET-001 --as-of 2026-11-22"));
        Map<String, Object> ekslint = map(map(new Yaml().load(job)).get("ekslint"));
        Path bin = Files.createDirectories(temporary.resolve("bin"));
        Path launcher = Files.writeString(
                bin.resolve("ekslint"),
                "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(PROJECT.resolve("dist/pre-commit/ekslint")));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = environment();
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        Run run = start(environment, "sh", "-e", "-c", String.join("\n", strings(ekslint.get("script"))));
        assertThat(run.status()).as(run.err()).isEqualTo(1);
        Map<String, Object> artifacts = map(ekslint.get("artifacts"));
        Path quality = checkout.resolve(text(map(artifacts.get("reports")).get("codequality")));
        assertThat(quality).content().startsWith("[").contains("\"check_name\": \"EKS-NET-001\"", "\"begin\": 8");
        for (String path : strings(artifacts.get("paths"))) {
            assertThat(checkout.resolve(path)).exists();
        }
    }

    @Test
    void allOfThemFitTheSchemasOfTheirSystems() throws Exception {
        valid("github-actions", PROJECT.resolve("action.yml"));
        try (var workflows = Files.list(PROJECT.resolve(".github/workflows"))) {
            valid("github-workflows", workflows.toArray(Path[]::new));
        }
        List<String> recipes = yaml(Files.readString(PROJECT.resolve("docs/ci.md")));
        assertThat(recipes).hasSize(2);
        valid("github-workflows", Files.writeString(temporary.resolve("workflow.yml"), recipes.get(0)));
        valid("gitlab-ci", Files.writeString(temporary.resolve("include.yml"), recipes.get(1)));
        valid("gitlab-ci", Files.writeString(temporary.resolve("job.yml"), gitlabJob(Map.of())));
    }

    @Test
    void actionsAndImagesArePinned() throws IOException {
        for (String file : List.of("action.yml", "docs/ci.md", ".github/workflows/runtimes.yml")) {
            assertThat(Files.readAllLines(PROJECT.resolve(file)))
                    .as(file)
                    .filteredOn(l -> l.contains("uses: ") && !l.contains("uses: ekslint/"))
                    .isNotEmpty()
                    .allMatch(l -> l.matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v\\d+(\\.\\d+)*"));
        }
        assertThat(Files.readString(PROJECT.resolve("Containerfile")))
                .containsPattern("ARG BASE=\\S+@sha256:[0-9a-f]{64}\n");
    }

    private static void valid(String schema, Path... files) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Python.CHECK_JSONSCHEMA.executable().toString(), "--builtin-schema", "vendor." + schema));
        if (schema.equals("gitlab-ci")) {
            command.addAll(List.of("--data-transform", "gitlab-ci"));
        }
        List.of(files).forEach(f -> command.add(f.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static String gitlabJob(Map<String, String> inputs) throws IOException {
        String[] documents =
                Files.readString(PROJECT.resolve("templates/ekslint.yml")).split("\n---\n");
        Map<String, String> values = new HashMap<>(Map.of("inputs.image", "registry.example.com/ekslint"));
        values.putAll(inputs);
        map(map(map(new Yaml().load(documents[0])).get("spec")).get("inputs"))
                .forEach((name, input) ->
                        values.putIfAbsent("inputs." + name, text(map(input).get("default"))));
        return resolved(documents[1], values);
    }

    private static List<String> yaml(String page) {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static String resolved(String text, Map<String, String> values) {
        return EXPRESSION.matcher(text).replaceAll(m -> {
            assertThat(values).containsKey(m.group(1));
            return Matcher.quoteReplacement(values.get(m.group(1)));
        });
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "EKSLINT_JAR", Jar.path().toString(),
                "EKSLINT_CACHE", temporary.resolve("cache").toString(),
                "JAVA_HOME", System.getProperty("java.home")));
    }

    private Run start(Map<String, String> environment, String... command) throws Exception {
        return new Jar(checkout, temporary).start(List.of(command), new File("/dev/null"), environment);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
