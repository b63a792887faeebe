package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as users have it: what starts, what it prints and how it ends. */
class StandaloneJarIT {

    private static final String[] ONE_RULE = {"--select", "EKS-NET-001", "--as-of", "2026-11-22"};

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void specs() throws IOException {
        folder = Files.createDirectories(temporary.resolve("mit Lücken und Ümläuten"));
        Files.writeString(folder.resolve("bad größe.yaml"), Specs.ONE_ZONE);
        Files.writeString(folder.resolve("good.yaml"), Specs.TWO_ZONES);
        Files.writeString(folder.resolve("broken.yaml"), Specs.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"good.yaml, 0", "bad größe.yaml, 1", "broken.yaml, 2", "missing.yaml, 2", "., 2"})
    void theExitStatusReachesTheShell(String file, int status) throws Exception {
        assertThat(check(file).status()).isEqualTo(status);
    }

    @Test
    void nothingButTheReportIsPrinted() throws Exception {
        Run run = check("bad größe.yaml");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("error[EKS-NET-001]: ").contains("--> bad größe.yaml:");
    }

    @Test
    void outputIsUtf8WhateverTheDefaultIs() throws Exception {
        Run run = jar().java("-Dfile.encoding=ISO-8859-1")
                .java("-Dstdout.encoding=US-ASCII")
                .run("explain", "EKS-NET-0O1");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("“EKS-NET-0O1”");
    }

    /** As on Windows: files with CRLF, and a default encoding that is not UTF-8. */
    @ParameterizedTest
    @CsvSource({"windows-1252, Cp850", "US-ASCII, US-ASCII", "UTF-16LE, UTF-8"})
    void neitherTheLineEndsNorTheDefaultEncodingMakeADifference(String files, String console) throws Exception {
        Files.writeString(folder.resolve("umlaut.yaml"), Specs.ONE_ZONE.replace("orders", "größe"));
        Run usual = check("umlaut.yaml");
        Files.writeString(
                folder.resolve("umlaut.yaml"),
                ("\uFEFF" + Specs.ONE_ZONE.replace("orders", "größe")).replace("\n", "\r\n"));
        Run odd = jar().java("-Dfile.encoding=" + files)
                .java("-Dstdout.encoding=" + console)
                .java("-Dline.separator=\r\n")
                .run("check", "umlaut.yaml", ONE_RULE[0], ONE_RULE[1], ONE_RULE[2], ONE_RULE[3]);
        assertThat(usual.out()).contains("cluster größe", "--> umlaut.yaml:8:3");
        assertThat(odd.out()).isEqualTo(usual.out());
        assertThat(odd.status()).isEqualTo(1);
    }

    @Test
    void standardInputIsRead() throws Exception {
        File spec = Files.writeString(temporary.resolve("spec"), Specs.ONE_ZONE).toFile();
        Run run = jar().run(spec, Map.of(), "check", "-", "--select", "EKS-NET-001");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("--> <stdin>:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdin"})
    void standardInputMayBeAPipe(String name) throws Exception {
        assumeThat(new File("/bin/sh")).exists();
        Run run = shell("cat 'bad größe.yaml' | \"$0\" -jar \"$1\" check " + name + " --select EKS-NET-001");
        assertThat(run.out()).contains("error[EKS-NET-001]");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void neitherAHomeNorAWritableFolderIsNeeded() throws Exception {
        File here = folder.toFile();
        assumeThat(here.setWritable(false)).isTrue();
        try {
            assertThat(jar().java("-Duser.home=/nonexistent")
                            .run("check", "good.yaml", "--select", "EKS-NET-001")
                            .status())
                    .isZero();
        } finally {
            assertThat(here.setWritable(true)).isTrue();
        }
    }

    @Test
    void twoReportsGoToFiles() throws Exception {
        Run run = jar().run(
                        "check",
                        "good.yaml",
                        "--format",
                        "json:a.json",
                        "--format",
                        "sarif:b.sarif",
                        "--select",
                        "EKS-NET-001");
        assertThat(run.status()).isZero();
        assertThat(folder.resolve("a.json")).content().startsWith("{\n  \"schemaVersion\"");
        assertThat(folder.resolve("b.sarif")).content().contains("\"uri\": \"good.yaml\"");
    }

    @Test
    void theConfigurationOfTheFolderIsFoundAndObeyed() throws Exception {
        Files.writeString(folder.resolve(".ekslint.yaml"), "rules: { EKS-NET-001: { severity: off } }\n");
        assertThat(check("bad größe.yaml").status()).isZero();
        Files.writeString(folder.resolve(".ekslint.yaml"), "rules: { EKS-NET-00I: { severity: off } }\n");
        Run run = check("bad größe.yaml");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(".ekslint.yaml:1:10: there is no rule “EKS-NET-00I”");
    }

    @Test
    void anUpgradeIsAskedForStepByStep() throws Exception {
        Files.writeString(
                folder.resolve("old.yaml"),
                """
                apiVersion: eksctl.io/v1alpha5
                kind: ClusterConfig
                metadata: {name: orders, region: eu-west-1, version: "1.31"}
                managedNodeGroups:
                - {name: workers, amiFamily: AmazonLinux2}
                """);
        Run run = jar().run(
                        "check",
                        "old.yaml",
                        "--select",
                        "EKS-NG-001",
                        "--as-of",
                        "2026-11-22",
                        "--target-version",
                        "1.34");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("upgrade of orders from 1.31 to 1.34: 3 steps; the first that fails is 1.33, by EKS-NG-001");
    }

    @Test
    void aReaderWhoLeavesEarlyIsNoError() throws Exception {
        assumeThat(new File("/bin/sh")).exists();
        Run run = shell("\"$0\" -jar \"$1\" rules --format json | head -n 1");
        assertThat(run.out()).isEqualTo("{\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void listingAndExplainingDoNotStartDrools() throws Exception {
        for (String[] arguments : List.of(
                new String[] {"rules"}, new String[] {"explain", "EKS-NET-001"}, new String[] {"--help"}, new String[] {
                    "--version"
                })) {
            Run run = jar().java("-Xlog:class+load:stdout").run(arguments);
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .doesNotContain(
                            "org.drools",
                            "org.kie",
                            "me.tongfei",
                            "org.jline",
                            "io.github.ekslint.reference.ReferenceTables");
        }
    }

    @Test
    void aShortRunDrawsNoProgressBar() throws Exception {
        Run run = jar().java("-Xlog:class+load:stdout").run("check", "good.yaml", "--select", "EKS-NET-001");
        assertThat(run.out()).contains("org.drools").doesNotContain("me.tongfei", "org.jline");
    }

    @Test
    void theRulesAreCompiledBeforehand() throws Exception {
        Run run = jar().java("-Xlog:class+load:stdout").run("check", "good.yaml", "--select", "EKS-NET-001");
        assertThat(run.out())
                .doesNotContain("org.drools.drl.parser", "org.eclipse.jdt", "org.mvel", "com.github.javaparser");
    }

    private Run check(String file) throws IOException, InterruptedException {
        return jar().run("check", file, ONE_RULE[0], ONE_RULE[1], ONE_RULE[2], ONE_RULE[3]);
    }

    /** Runs a line of shell; {@code $0} is Java and {@code $1} the jar. */
    private Run shell(String line) throws IOException, InterruptedException {
        return new Jar(folder, temporary)
                .start(
                        List.of("/bin/sh", "-c", line, java(), Jar.path().toString()),
                        new File("/dev/null"),
                        Map.of("LC_ALL", "C.UTF-8"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Jar jar() {
        return new Jar(folder, temporary);
    }
}
