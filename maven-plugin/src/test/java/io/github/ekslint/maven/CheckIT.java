package io.github.ekslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.maven.Maven.Build;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckIT {

    @TempDir
    private Path folder;

    static Stream<Maven> mavens() {
        return Stream.of(Maven.OLDEST, Maven.CURRENT, Maven.NEXT);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void aDefectFailsVerifyWithItsRuleFileAndLine(Maven maven) throws Exception {
        Project project = Project.in(folder).with("src/main/eks/orders.yaml", Specs.BAD);

        Build build = maven.run(folder, "verify");

        assertThat(build.status()).isEqualTo(1);
        assertThat(build.lines("EKS-NET-001"))
                .as(build.output())
                .singleElement()
                .asString()
                .startsWith(
                        "[ERROR] " + project.file("src/main/eks/orders.yaml").toRealPath() + ":[8,")
                .contains("error[EKS-NET-001]: ");
    }
}
