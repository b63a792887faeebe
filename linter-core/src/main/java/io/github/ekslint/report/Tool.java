package io.github.ekslint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Who made a report.
 *
 * @param name {@code ekslint}
 * @param version of the build
 */
public record Tool(String name, String version) {

    /** This build of ekslint. */
    public static Tool current() {
        Properties properties = new Properties();
        try (InputStream stream = Tool.class.getResourceAsStream("tool.properties")) {
            if (stream == null) {
                throw new IllegalStateException("tool.properties is missing from the build");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tool("ekslint", properties.getProperty("version", ""));
    }
}
