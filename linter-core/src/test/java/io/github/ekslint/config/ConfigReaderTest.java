package io.github.ekslint.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration says, what in it is refused, and that the published schema says the same. */
class ConfigReaderTest {

    private static final RuleCatalogue CATALOGUE = SamplePack.catalogue();
    private static final Rule OLD = CATALOGUE.find("EKS-VER-901").orElseThrow();

    private static Config read(String yaml) {
        return new ConfigReader(CATALOGUE, "/repo", "/repo/clusters").read(Sources.parse(".ekslint.yaml", yaml));
    }

    private static List<String> problems(String yaml) {
        return read(yaml).problems().stream()
                .map(p -> p.place() + " " + p.message())
                .toList();
    }

    @Test
    void aWholeConfigurationIsRead() {
        Config config = read(
                """
                rules:
                  EKS-VER-901:
                    severity: info
                    parameters:
                      days: 30
                      strict: true
                      owner: platform team
                      types: [api, audit]
                  EKS-VER-902: {severity: off}
                registries:
                  allowed: [111122223333.dkr.ecr.eu-central-1.amazonaws.com, "registry.example.com:5000/team"]
                client-networks: [10.20.0.0/16, "2001:db8::/32"]
                """);
        assertThat(config.problems()).isEmpty();
        assertThat(config.parameters(OLD))
                .isEqualTo(Map.of(
                        "days", "30",
                        "strict", "true",
                        "owner", "platform team",
                        "types", "api,audit",
                        "allowed-registries",
                                "111122223333.dkr.ecr.eu-central-1.amazonaws.com,registry.example.com:5000/team",
                        "networks", "10.0.0.0/8,10.20.0.0/16,2001:db8::/32"));
        assertThat(config.apply(OLD).orElseThrow().outcomes().values())
                .allSatisfy(o -> assertThat(o.severity()).isEqualTo(Severity.INFO));
        assertThat(config.apply(CATALOGUE.find("EKS-VER-902").orElseThrow())).isEmpty();
    }

    @Test
    void whatIsNotSetKeepsTheDefaultOfTheRule() {
        assertThat(Config.NONE.apply(OLD)).contains(OLD);
        assertThat(Config.NONE.parameters(OLD))
                .containsEntry("days", "60")
                .containsEntry("allowed-registries", "")
                .containsEntry("networks", "10.0.0.0/8");
    }

    @Test
    void whatARuleIsGivenItselfWinsOverWhatAllRulesAreGiven() {
        Config config = read(
                """
                client-networks: [10.20.0.0/16]
                rules: {EKS-VER-901: {parameters: {networks: [10.30.0.0/16]}}}
                """);
        assertThat(config.parameters(OLD)).containsEntry("networks", "10.30.0.0/16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n", "{}"})
    void anEmptyFileConfiguresNothing(String yaml) {
        assertThat(read(yaml)).isEqualTo(Config.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: {} | :1:1 a configuration has no “rule”; the nearest one is rules",
                "colours: {} | :1:1 a configuration has no “colours”; it has rules, registries, client-networks, next-hops, manifests",
                "next-hops: {tgw-1: Internet} | :1:20 behind a next hop lies internet or none; the nearest one is internet",
                "next-hops: {tgw-1: [none]} | :1:20 behind a next hop lies internet or none",
                "[1] | :1:1 a configuration is a mapping, not a list",
                "rules: {EKS-VER-90I: {severity: off}} | :1:9 there is no rule “EKS-VER-90I”; the nearest one is EKS-VER-901",
                "rules: {too-old: {severity: off}} | :1:9 there is no rule “too-old”; its id is EKS-VER-901",
                "rules: {EKS-VER-901: {severity: warnings}} | :1:33 a severity is off, error, warning or info; the nearest one is warning",
                "rules: {EKS-VER-901: {days: 3}} | :1:23 EKS-VER-901 has no “days”; it has parameters, severity",
                "rules: {EKS-VER-901: {parameters: {day: 3}}} | :1:36 EKS-VER-901 has no parameter “day”; the nearest one is days",
                "rules: {EKS-VER-902: {parameters: {days: 3}}} | :1:36 EKS-VER-902 has no parameter “days”",
                "rules: {EKS-VER-901: {parameters: {days: soon}}} | :1:42 days of EKS-VER-901 is a whole number, not “soon”",
                "rules: {EKS-VER-901: {parameters: {days: -1}}} | :1:42 days of EKS-VER-901 is a whole number, not “-1”",
                "rules: {EKS-VER-901: {parameters: {days: 99999999999}}} | :1:42 days of EKS-VER-901 is a whole number, not “99999999999”",
                "rules: {EKS-VER-901: {parameters: {strict: 1}}} | :1:44 strict of EKS-VER-901 is a true or false, not “1”",
                "rules: {EKS-VER-901: {parameters: {types: audit}}} | :1:43 this is a list of words without commas, not text",
                "registries: {allow: []} | :1:14 registries has no “allow”; the nearest one is allowed",
                "client-networks: [10.0.0.0] | :1:19 this is a list of 10.0.0.0/8 or 2001:db8::/32; “10.0.0.0” is none",
                "client-networks: [10.0.0.256/8] | :1:19 this is a list of 10.0.0.0/8 or 2001:db8::/32; “10.0.0.256/8” is none",
                "client-networks: [10.0.0.0/33] | :1:19 this is a list of 10.0.0.0/8 or 2001:db8::/32; “10.0.0.0/33” is none",
            })
    void whatIsWrongIsAProblemAtItsPlaceWithTheNearestName(String yaml, String problem) {
        assertThat(problems(yaml)).containsExactly(".ekslint.yaml" + problem);
    }

    @Test
    void theRestHoldsWhenAPartIsWrong() {
        Config config = read("rules: {EKS-VER-901: {parameters: {days: soon, strict: true}}}\ncolours: {}\n");
        assertThat(config.problems()).hasSize(2);
        assertThat(config.parameters(OLD)).containsEntry("days", "60").containsEntry("strict", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules: [",
                "a: &a [*a]",
                "rules: {EKS-VER-901: null}",
                "rules: null",
                "registries: 5",
                "manifests: {\"a b\": [x]}",
                "manifests: {prod: [/etc/*]}",
                "manifests: {prod: [../other/*]}",
                "manifests: {prod: [[x]]}",
                "client-networks: [\"::::/8\"]",
                "a: 1\n---\nb: 2",
            })
    void hostileConfigurationsAreProblems(String yaml) {
        assertThat(problems(yaml)).isNotEmpty();
    }

    @Test
    void whatLiesBehindANextHopIsAFactAtItsPlace() {
        Config config = read("next-hops:\n  tgw-1: internet\n  pcx-2: none\n");
        assertThat(config.problems()).isEmpty();
        assertThat(config.nextHops())
                .extracting(h -> h.place() + " " + h.id().known().orElse("") + " "
                        + h.internet().known().orElseThrow())
                .containsExactly(".ekslint.yaml:2:10 tgw-1 true", ".ekslint.yaml:3:10 pcx-2 false");
    }

    @Test
    void manifestsBelongToTheClustersThatClaimThem() {
        Manifests manifests =
                read("""
                        manifests:
                          prod: [deploy/base, "deploy/prod/**/*.yaml"]
                          eu-west-1/dev: [deploy/base/]
                        """)
                        .manifests()
                        .orElseThrow();
        Optional<String> here = Optional.of("eu-west-1");
        assertThat(manifests.belongs("/repo/deploy/base/web.yaml", "prod", here))
                .isTrue();
        assertThat(manifests.belongs("/repo/deploy/base/web.yaml", "dev", here)).isTrue();
        assertThat(manifests.belongs("/repo/deploy/base/web.yaml", "dev", Optional.empty()))
                .isTrue();
        assertThat(manifests.belongs("/repo/deploy/base/web.yaml", "dev", Optional.of("eu-west-2")))
                .isFalse();
        assertThat(manifests.belongs("/repo/deploy/prod/web.yaml", "prod", here))
                .isTrue();
        assertThat(manifests.belongs("/repo/deploy/prod/a/b/web.yaml", "prod", here))
                .isTrue();
        assertThat(manifests.belongs("/repo/deploy/prod/web.json", "prod", here))
                .isFalse();
        assertThat(manifests.belongs("/repo/deploy/prod/web.yaml", "dev", here)).isFalse();
        assertThat(manifests.belongs("/elsewhere/deploy/base/web.yaml", "prod", here))
                .isFalse();
    }

    @Test
    void filesAreNamedFromTheWorkingFolderAndPatternsFromTheFolderOfTheConfiguration() {
        Manifests manifests =
                read("manifests: {prod: [clusters/prod]}").manifests().orElseThrow();
        assertThat(manifests.belongs("prod/web.yaml", "prod", Optional.empty())).isTrue();
        assertThat(manifests.belongs("clusters/prod/web.yaml", "prod", Optional.empty()))
                .isFalse();
    }

    @Test
    void thePublishedSchemaIsTheOneInTheProgram() throws IOException {
        assertThat(schema()).isEqualTo(Files.readString(Path.of("../docs/schema/ekslint-config.schema.json")));
    }

    @Test
    void theSchemaKnowsTheMembersThatTheReaderKnows() throws IOException {
        Node.Mapping root = Sources.parse("schema.json", schema())
                .documents()
                .get(0)
                .root()
                .asMapping()
                .orElseThrow();
        assertThat(keys(root, "properties")).containsExactlyElementsOf(ConfigReader.KEYS);
        assertThat(keys(root, "properties", "registries", "properties"))
                .containsExactlyElementsOf(ConfigReader.REGISTRY_KEYS);
        assertThat(keys(root, "$defs", "rule", "properties")).containsExactlyElementsOf(ConfigReader.RULE_KEYS);
        assertThat(root.at("$defs", "rule", "properties", "severity", "enum")
                        .flatMap(Node::asSequence)
                        .orElseThrow()
                        .items())
                .extracting(n -> n.asScalar().orElseThrow().text())
                .containsExactlyElementsOf(ConfigReader.SEVERITIES);
    }

    /** Rules and their parameters are the catalogue's business, which a schema does not know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rules\": {\"EKS-VER-901\": {\"severity\": \"off\", \"parameters\": {\"days\": 3, \"types\": [\"api\"]}}}}",
                "{\"rules\": {\"EKS-VER-901\": {\"severity\": \"loud\"}}}",
                "{\"rules\": {\"too-old\": {\"severity\": \"off\"}}}",
                "{\"rules\": {\"EKS-VER-901\": {\"parameters\": {\"days\": -3}}}}",
                "{\"rules\": {\"EKS-VER-901\": {\"parameters\": {\"types\": [\"api,audit\"]}}}}",
                "{\"rules\": {\"EKS-VER-901\": {\"parameters\": {\"types\": [5]}}}}",
                "{\"rules\": {\"EKS-VER-901\": {\"parameters\": []}}}",
                "{\"rules\": []}",
                "{\"colours\": {}}",
                "{\"registries\": {\"allowed\": [\"registry.example.com/team\"], \"mirrors\": []}}",
                "{\"registries\": {\"allowed\": [\"https://registry.example.com\"]}}",
                "{\"registries\": {\"denied\": []}}",
                "{\"registries\": {\"allowed\": \"registry.example.com\"}}",
                "{\"client-networks\": [\"10.0.0.0/8\", \"2001:db8::/32\"]}",
                "{\"client-networks\": [\"10.0.0.0\"]}",
                "{\"client-networks\": {}}",
                "{\"manifests\": {\"prod\": [\"deploy/**\"], \"eu-west-1/dev\": []}}",
                "{\"manifests\": {\"prod\": \"deploy/**\"}}",
                "{\"manifests\": {\"prod\": [\"/deploy\"]}}",
                "{\"manifests\": {\"prod\": [\"../deploy\"]}}",
                "{\"manifests\": {\"a/b/c\": []}}",
            })
    void schemaAndReaderAgree(String json) throws IOException {
        boolean valid = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .isEmpty();
        assertThat(problems(json).isEmpty()).as(json).isEqualTo(valid);
    }

    private static List<String> keys(Node.Mapping root, String... path) {
        return List.copyOf(
                root.at(path).flatMap(Node::asMapping).orElseThrow().members().keySet());
    }

    private static String schema() throws IOException {
        try (InputStream stream = Config.class.getResourceAsStream("ekslint-config.schema.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
