package io.github.ekslint.maven;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Projects with many modules. */
final class Reactors {

    private Reactors() {}

    /** Modules m0, m1 … with one cluster each, of which every other one violates EKS-NET-001. */
    static Project of(Path folder, int modules) {
        Project project = Project.in(folder);
        String names = IntStream.range(0, modules)
                .mapToObj(i -> "<module>m" + i + "</module>")
                .collect(Collectors.joining());
        project.with(
                "pom.xml",
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>clusters</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                  <build><plugins>%s</plugins></build>
                </project>
                """
                        .formatted(names, Project.PLUGIN));
        for (int i = 0; i < modules; i++) {
            String spec = i % 2 == 0 ? Specs.BAD : Specs.GOOD;
            project.with(
                            "m" + i + "/pom.xml",
                            """
                            <project xmlns="http://maven.apache.org/POM/4.0.0">
                              <modelVersion>4.0.0</modelVersion>
                              <parent>
                                <groupId>org.example</groupId><artifactId>clusters</artifactId><version>1</version>
                              </parent>
                              <artifactId>m%d</artifactId>
                              <packaging>pom</packaging>
                            </project>
                            """
                                    .formatted(i))
                    .with("m" + i + "/src/main/eks/c" + i + ".yaml", spec.replace("orders", "c" + i));
        }
        return project;
    }
}
