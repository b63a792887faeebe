package io.github.ekslint.cli;

import io.github.ekslint.request.UsageError;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * How this ekslint was started, so that others can start it again: by a launcher, or by Java with the standalone jar.
 *
 * @param launcher the script; empty when there is none
 * @param java the program; empty when there is a launcher
 * @param jar the standalone jar; empty when there is a launcher
 */
record Launch(String launcher, String java, String jar) {

    /** Tells which script started this process. */
    private static final String LAUNCHER = "ekslint.launcher";

    /**
     * That of this process.
     *
     * @throws UsageError when it runs from neither
     */
    static Launch ofProcess() {
        String launcher = System.getProperty(LAUNCHER, "");
        return launcher.isEmpty()
                ? new Launch(
                        "",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        standaloneJar().toString())
                : new Launch(launcher, "", "");
    }

    private static Path standaloneJar() {
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
