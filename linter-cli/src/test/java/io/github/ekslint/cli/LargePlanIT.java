package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.testdata.Estates;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Terraform plan of 60 MB is judged with 512 MB of heap, and like the small part of it that matters. */
class LargePlanIT {

    private static final String CHANGES = "\"resource_changes\":[";
    private static final long SIZE = 60_000_000;

    /** What fills large plans: other providers, and resources of AWS that are not about clusters. */
    private static final List<String> TYPES =
            List.of("kubernetes_manifest", "aws_iam_policy", "helm_release", "aws_security_group_rule");

    @TempDir
    private Path temporary;

    @Test
    void isJudgedLikeThePartThatMatters() throws Exception {
        String plan = Files.readString(Estates.folder("production-terraform").resolve("plan.json"));
        Files.writeString(temporary.resolve("plan.json"), plan);
        enlarge(plan, temporary.resolve("large.json"));

        Run small = check("plan.json");
        Run large = check("large.json");

        assertThat(Files.size(temporary.resolve("large.json"))).isGreaterThan(SIZE);
        assertThat(large.err()).isEmpty();
        assertThat(large.status()).isZero();
        assertThat(lastLine(large)).isEqualTo(lastLine(small)).contains(" passed", "1 spec in 1 file");
    }

    private Run check(String file) throws IOException, InterruptedException {
        return new Jar(temporary, temporary).java("-Xmx512m").run("check", file, "--as-of", "2026-11-22");
    }

    private static String lastLine(Run run) {
        return run.out().stripTrailing().lines().reduce("", (first, last) -> last);
    }

    /** Repeats the values of each resource as Terraform does: before and after the change, and in the prior state. */
    private static void enlarge(String plan, Path to) throws IOException {
        int changes = plan.indexOf(CHANGES) + CHANGES.length();
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            out.write(plan, 0, changes);
            String text = "filler ".repeat(60);
            for (int i = 0, written = 0; written < SIZE; i++) {
                String type = TYPES.get(i % TYPES.size());
                String values =
                        "{\"id\":\"%s-%d\",\"security_group_id\":\"sg-%017x\",\"type\":\"ingress\",\"items\":[\"%s\",\"%s\"]}"
                                .formatted(type, i, i, text, text);
                String change =
                        "{\"address\":\"module.app[%d].%s.this\",\"mode\":\"managed\",\"type\":\"%s\",\"name\":\"this\",\"change\":{\"actions\":[\"no-op\"],\"before\":%s,\"after\":%s,\"after_unknown\":{}}},"
                                .formatted(i, type, type, values, values);
                out.write(change);
                written += change.length();
            }
            out.write(plan, changes, plan.length() - changes);
        }
    }
}
