package io.github.ekslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.maven.Maven.Build;
import io.github.ekslint.maven.pack.TeamRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckIT {

    private static final Maven MAVEN = Maven.CURRENT;
    private static final String SPEC = "src/main/eks/orders.yaml";

    @TempDir
    private Path folder;

    static Stream<Maven> mavens() {
        return Stream.of(Maven.OLDEST, Maven.CURRENT, Maven.NEXT);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void aDefectFailsVerifyWithItsRuleFileAndLine(Maven maven) throws Exception {
        Project project = Project.in(folder).with(SPEC, Specs.BAD);

        Build build = maven.run(folder, "verify");

        assertThat(build.status()).isEqualTo(1);
        assertThat(build.lines("EKS-NET-001"))
                .as(build.output())
                .singleElement()
                .asString()
                .startsWith("[ERROR] " + project.file(SPEC).toRealPath() + ":[8,3] error[EKS-NET-001]: ");
        assertThat(build.lines("EKS-EP-002")).singleElement().asString().startsWith("[WARNING] ");
        assertThat(project.file("target/ekslint/report.txt")).content().contains("error[EKS-NET-001]");
    }

    @Test
    void aProjectThatPassesSaysSoInOneLineAndIsNotCheckedAgain() throws Exception {
        Project project = Project.in(folder, Project.plugin("<select>EKS-NET-001</select>"))
                .with(SPEC, Specs.BAD);
        assertThat(MAVEN.run(folder, "verify", "-Dekslint.skip").output())
                .contains("BUILD SUCCESS")
                .doesNotContain("EKS-NET-001");
        assertThat(project.file("target")).doesNotExist();

        project.with(SPEC, Specs.GOOD);
        Build build = MAVEN.run(folder, "-o", "verify");
        assertThat(said(build)).as(build.output()).singleElement().asString().startsWith("[INFO] 0 errors, ");

        Build again = MAVEN.run(folder, "-o", "verify");
        assertThat(said(again)).singleElement().asString().endsWith("; nothing has changed since");

        project.with(SPEC, Specs.BAD);
        assertThat(MAVEN.run(folder, "-o", "verify").lines("EKS-NET-001")).hasSize(1);
    }

    @Test
    void everyParameterCountsAndReportsHaveTheFormatsAsked() throws Exception {
        Project project = Project.in(
                        folder,
                        Project.plugin(
                                """
                                <paths><path>deploy</path><path>more.yaml</path></paths>
                                <includes><include>**/*.yaml</include></includes>
                                <excludes><exclude>old/**</exclude></excludes>
                                <evidence><folder>recorded</folder></evidence>
                                <params><param>NAME=shop</param></params>
                                <select><rule>EKS-NET-001</rule></select>
                                <failOn>never</failOn>
                                <asOf>2026-11-22</asOf>
                                <formats><format>json</format><format>sarif</format></formats>
                                <outputDirectory>${project.build.directory}/eks</outputDirectory>
                                """))
                .with("deploy/a/orders.yaml", Specs.BAD.replace("orders", "${NAME}"))
                .with("deploy/a/orders.yml", Specs.BAD)
                .with("deploy/old/orders.yaml", Specs.BAD)
                .with("more.yaml", Specs.GOOD.replace("orders", "more"))
                .with("recorded/none.json", "{}");

        Build build = MAVEN.run(folder, "verify");

        assertThat(build.status()).as(build.output()).isZero();
        assertThat(build.lines("EKS-NET-001")).singleElement().asString().contains("cluster shop ");
        assertThat(project.file("target/eks/report.json"))
                .content()
                .contains("\"deploy/a/orders.yaml\"", "\"more.yaml\"", "\"asOf\": \"2026-11-22\"", "\"files\": 3")
                .doesNotContain("orders.yml", "old/orders.yaml");
        assertThat(project.file("target/eks/report.sarif")).content().contains("\"2.1.0\"");
        assertThat(project.file("target/eks/report.txt")).doesNotExist();
    }

    @Test
    void tenModulesInParallelGiveTheSameFindings() throws Exception {
        Project project = Reactors.of(folder, 10);

        Build one = MAVEN.run(folder, "verify", "-fae");
        Build parallel = MAVEN.run(folder, "verify", "-fae", "-T2");

        assertThat(findings(one)).hasSize(5).allMatch(l -> l.contains("error[EKS-NET-001]"));
        assertThat(findings(parallel)).containsExactlyInAnyOrderElementsOf(findings(one));
        assertThat(project.file("m0/target/ekslint/report.txt")).exists();
    }

    @Test
    void allModulesMakeOneReportOnRequest() throws Exception {
        Project project = Reactors.of(folder, 4);

        Build build = MAVEN.run(folder, "verify", "-Dekslint.aggregate", "-T2");

        assertThat(build.status()).isEqualTo(1);
        assertThat(findings(build)).hasSize(2);
        assertThat(project.file("target/ekslint/report.txt"))
                .content()
                .contains("m0/src/main/eks/c0.yaml", "m2/src/main/eks/c2.yaml", "4 specs in 4 files");
        assertThat(project.file("m0/target")).doesNotExist();
    }

    @Test
    void whatIsInTheBaselineDoesNotFail() throws Exception {
        Project project = Project.in(folder, Project.plugin("<select>EKS-NET-001</select>"))
                .with(SPEC, Specs.BAD);

        assertThat(MAVEN.run(folder, "ekslint:baseline").lines("1 known finding in "))
                .hasSize(1);

        Build build = MAVEN.run(folder, "verify");
        assertThat(build.status()).as(build.output()).isZero();
        assertThat(said(build)).singleElement().asString().contains("1 baselined");
        assertThat(Files.readString(project.file("ekslint-baseline.json"))).contains("\"src/main/eks/orders.yaml\"");

        project.with(SPEC, Specs.GOOD);
        assertThat(MAVEN.run(folder, "-o", "verify")
                        .lines("knows of a finding that is not there any more (EKS-NET-001 in "))
                .singleElement()
                .asString()
                .startsWith("[WARNING] ");
        assertThat(MAVEN.run(folder, "-o", "ekslint:baseline", "-Dekslint.prune")
                        .lines(", 1 taken out"))
                .hasSize(1);
        assertThat(Files.readString(project.file("ekslint-baseline.json"))).doesNotContain("EKS-NET-001");
    }

    @Test
    void aToolchainOfTheProjectMakesNoDifference() throws Exception {
        Project project = Project.in(
                        folder,
                        """
                        <plugin>
                          <groupId>org.apache.maven.plugins</groupId>
                          <artifactId>maven-toolchains-plugin</artifactId>
                          <version>3.2.0</version>
                          <executions><execution><goals><goal>toolchain</goal></goals></execution></executions>
                          <configuration><toolchains><jdk><version>8</version></jdk></toolchains></configuration>
                        </plugin>
                        """
                                + Project.PLUGIN)
                .with(SPEC, Specs.BAD)
                .with(
                        "toolchains.xml",
                        """
                        <toolchains><toolchain>
                          <type>jdk</type>
                          <provides><version>8</version></provides>
                          <configuration><jdkHome>%s</jdkHome></configuration>
                        </toolchain></toolchains>
                        """
                                .formatted(System.getProperty("java.home")));

        Build build =
                MAVEN.run(folder, "verify", "-t", project.file("toolchains.xml").toString());

        assertThat(build.lines("Found matching toolchain")).as(build.output()).isNotEmpty();
        assertThat(build.lines("error[EKS-NET-001]")).hasSize(1);
    }

    @Test
    void rulePacksMayBeDependenciesOfThePlugin() throws Exception {
        PackJar.install();
        String plugin = Project.plugin("<select>" + TeamRules.RULE + "</select>");
        Project project = Project.in(folder, plugin).with(SPEC, Specs.GOOD);
        assertThat(MAVEN.run(folder, "verify").output()).contains("there is no rule “" + TeamRules.RULE + "”");

        Project.in(folder, plugin.replace("</plugin>", PackJar.DEPENDENCY + "</plugin>"));
        Build build = MAVEN.run(folder, "verify");
        assertThat(build.lines("(1 rule, 1 spec in 1 file")).as(build.output()).hasSize(1);
        assertThat(project.file("target/ekslint/report.txt")).exists();
    }

    /** The lines between the name of the goal and the end of the build. */
    private static List<String> said(Build build) {
        List<String> lines = build.output().lines().toList();
        int start = 0;
        while (!lines.get(start).contains(":check (default) @ ")) {
            start++;
        }
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(l -> !l.contains("-----"))
                .toList();
    }

    private static List<String> findings(Build build) {
        return build.lines(" error[").stream().sorted().toList();
    }
}
