package io.github.ekslint.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Maven project in a folder of its own.
 *
 * @param folder of its POM
 */
record Project(Path folder) {

    /** What a user puts into a POM. */
    static final String PLUGIN =
            """
            <plugin>
              <groupId>io.github.ekslint</groupId>
              <artifactId>ekslint-maven-plugin</artifactId>
              <version>%s</version>
              <executions><execution><goals><goal>check</goal></goals></execution></executions>
            </plugin>
            """
                    .formatted(Maven.property("ekslint.version"));

    /** A project that uses the plugin as it comes. */
    static Project in(Path folder) {
        return in(folder, PLUGIN);
    }

    /** A project with other plugins, or with configuration. */
    static Project in(Path folder, String plugins) {
        return new Project(folder)
                .with(
                        "pom.xml",
                        """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>org.example</groupId>
                          <artifactId>clusters</artifactId>
                          <version>1</version>
                          <packaging>pom</packaging>
                          <build><plugins>%s</plugins></build>
                        </project>
                        """
                                .formatted(plugins));
    }

    /** The plugin with a configuration. */
    static String plugin(String configuration) {
        return PLUGIN.replace("</plugin>", "<configuration>" + configuration + "</configuration></plugin>");
    }

    /** The same with a file. */
    Project with(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
