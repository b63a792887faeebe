package io.github.ekslint.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ekslint.model.AvailabilityZone;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.EbsEncryption;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Instance;
import io.github.ekslint.model.InstanceType;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.RoleBinding;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.EstateAssembler;
import io.github.ekslint.reader.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceScriptTest {

    @TempDir
    private Path temp = Path.of("");

    @Test
    void theNameAndTheRegionAreInTheScript() {
        String script = EvidenceScript.render("orders", "eu-west-1");

        assertThat(script)
                .startsWith("#!/usr/bin/env bash\n")
                .contains("cluster='orders'\n", "region='eu-west-1'\n", "${1:-ekslint-evidence-orders}")
                .doesNotContain("@CLUSTER@", "@REGION@", "@FOLDER@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "$(touch x)", "a b; rm -rf c", "`id`", "\"", "a\\", "@REGION@"})
    void whateverTheNameIsItReachesTheShellAsOneWord(String name) throws Exception {
        assumeThat(bash()).isTrue();
        String assignment = EvidenceScript.render(name, "eu-west-1")
                .lines()
                .filter(l -> l.startsWith("cluster="))
                .findFirst()
                .orElseThrow();

        Run run = run(List.of("bash", "-uc", assignment + "\nprintf %s \"$cluster\""), temp);

        assertThat(run.output()).isEqualTo(name);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void everythingTheScriptRecordsIsReadBack() throws Exception {
        assumeThat(bash()).isTrue();
        Run run = record();

        assertThat(run.status()).as(run.output()).isZero();
        Recorded recorded = folder(temp.resolve("ekslint-evidence-orders"));
        EstateAssembler.Assembly assembly = EstateAssembler.assemble(recorded.readings());
        assertThat(assembly.estates()).singleElement().satisfies(estate -> {
            Cluster cluster = estate.all(Cluster.class).get(0);
            assertThat(cluster.nodegroupsListed().known()).contains(true);
            assertThat(cluster.accountId().known()).contains("222233334444");
            Vpc vpc = estate.all(Vpc.class).get(0);
            assertThat(vpc.enableDnsSupport().known()).contains(true);
            assertThat(vpc.enableDnsHostnames().known()).contains(true);
            assertThat(vpc.endpointsListed().known()).contains(true);
            assertThat(vpc.natGatewaysListed().known()).contains(true);
            assertThat(vpc.routeTablesListed().known()).contains(true);
            assertThat(vpc.networkAclsListed().known()).contains(true);
            assertThat(estate.all(Subnet.class)).hasSize(2);
            assertThat(estate.all(NodeGroup.class))
                    .extracting(NodeGroup::displayName)
                    .containsExactly("blue", "green");
            assertThat(estate.all(LaunchTemplate.class)).singleElement().satisfies(t -> {
                assertThat(t.userData().known()).contains(true);
                assertThat(t.bootstrapsCluster().known()).contains(true);
            });
            assertThat(estate.all(InstanceType.class)).isNotEmpty();
            assertThat(estate.all(Instance.class)).singleElement().satisfies(i -> assertThat(i.cluster())
                    .isEqualTo(cluster.key()));
            assertThat(estate.all(AvailabilityZone.class)).hasSize(1);
            assertThat(estate.all(Node.class)).singleElement().satisfies(n -> assertThat(n.cluster())
                    .isEqualTo(cluster.key()));
            assertThat(estate.all(IamRole.class))
                    .extracting(
                            r -> r.roleName().known().orElse(""),
                            r -> r.trustedServices().shown(),
                            r -> r.attachedPolicyArns().shown(),
                            r -> r.inlinePolicyNames().shown())
                    .containsExactlyInAnyOrder(
                            tuple(
                                    "orders-cluster",
                                    "eks.amazonaws.com",
                                    "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
                                    "none"),
                            tuple(
                                    "orders-nodes",
                                    "ec2.amazonaws.com",
                                    "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
                                    "none"));
            assertThat(estate.all(KmsKey.class))
                    .singleElement()
                    .satisfies(k -> assertThat(k.keyState().known()).contains("Enabled"));
            assertThat(estate.all(EbsEncryption.class)).singleElement().satisfies(e -> assertThat(
                            e.ebsEncryptionByDefault().known())
                    .contains(true));
            assertThat(estate.all(RoleBinding.class)).singleElement().satisfies(b -> assertThat(b.cluster())
                    .isEqualTo(cluster.key()));
            assertThat(cluster.version()).isInstanceOfSatisfying(Value.Known.class, v -> assertThat(v.origin())
                    .startsWith("recorded 20"));
        });
        assertThat(assembly.problems()).isEmpty();
    }

    @Test
    void theScriptOnlyReads() throws Exception {
        assumeThat(bash()).isTrue();
        record();

        assertThat(Files.readAllLines(temp.resolve("log")))
                .isNotEmpty()
                .allSatisfy(
                        call -> assertThat(call)
                                .containsPattern(
                                        "^(eks|ec2|autoscaling|sts|iam|kms) (describe-|list-|get-caller-identity|get-role|get-ebs-encryption|update-kubeconfig)|^kubectl .* get "));
    }

    @Test
    void aCommandThatFailsIsNamedAndTheRestIsRecorded() throws Exception {
        assumeThat(bash()).isTrue();
        Run run = record();
        Path manifest = temp.resolve("ekslint-evidence-orders/manifest.json");

        assertThat(run.output()).contains("not recorded: aws eks list-insights", "AccessDeniedException");
        assertThat(Files.readString(manifest))
                .contains("AccessDeniedException", "\\\"no\\\"", "\"cluster\": \"orders\"", "\"partition\": \"aws\"");
        assertThat(manifest.resolveSibling("insights.json")).doesNotExist();
        assertThat(manifest.resolveSibling("vpc-endpoints.json")).exists();
    }

    @Test
    void userDataIsNeverWritten() throws Exception {
        assumeThat(bash()).isTrue();
        record();

        try (Stream<Path> files = Files.walk(temp.resolve("ekslint-evidence-orders"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("hush-hush", "IyEvYmlu"));
        }
    }

    private record Run(int status, String output) {}

    private Run record() throws Exception {
        Path bin = Files.createDirectories(temp.resolve("bin"));
        for (String tool : List.of("aws", "kubectl")) {
            try (InputStream in = Objects.requireNonNull(EvidenceScriptTest.class.getResourceAsStream(tool))) {
                Files.copy(in, bin.resolve(tool));
            }
            assertThat(bin.resolve(tool).toFile().setExecutable(true)).isTrue();
        }
        Path script = Files.writeString(temp.resolve("record.sh"), EvidenceScript.render("orders", "eu-west-1"));
        return run(List.of("bash", "-u", script.toString()), temp);
    }

    private Run run(List<String> command, Path folder) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().merge("PATH", temp.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        builder.environment().put("FAKE_LOG", temp.resolve("log").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private static boolean bash() {
        try {
            Process process = new ProcessBuilder("bash", "-c", "true").start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Recorded folder(Path folder) throws IOException {
        Recorded recorded = new Recorded();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                recorded.and("evidence/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return recorded;
    }
}
