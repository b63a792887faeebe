package io.github.ekslint.cli;

import io.github.ekslint.request.UsageError;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/** How this ekslint was started, so that others can start it again. */
final class Launch {

    /** Tells which script started this process. */
    private static final String LAUNCHER = "ekslint.launcher";

    private Launch() {}

    /**
     * The command up to its first argument: the launcher when it says so, else Java with the standalone jar.
     *
     * @throws UsageError when it runs from neither
     */
    static List<String> command() {
        String launcher = System.getProperty(LAUNCHER, "");
        if (!launcher.isEmpty()) {
            return List.of(launcher);
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-jar",
                jar().toString());
    }

    private static Path jar() {
        CodeSource source = Launch.class.getProtectionDomain().getCodeSource();
        try {
            Path path =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(path)) {
                return path;
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every code source has a URI", e);
        }
        throw new UsageError("a hook can only be installed by the standalone jar or the launcher");
    }
}
