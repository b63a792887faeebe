package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the script of the hooks comes by the released jar. */
class PinnedJarIT {

    private static final String PATH = "io/github/ekslint/linter-cli/1.0/linter-cli-1.0-standalone.jar";
    private static final String PASSWORD =
            "Basic " + Base64.getEncoder().encodeToString("reader:s3cret".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path temporary;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private byte[] jar = {};
    private HttpServer server;
    private Path cache;

    @BeforeEach
    void mirror() throws Exception {
        jar = Files.readAllBytes(Jar.path());
        cache = temporary.resolve("cache of ekslint");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        environment.putAll(Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "HOME", Files.createDirectories(temporary.resolve("home")).toString(),
                "EKSLINT_CACHE", cache.toString(),
                "EKSLINT_REPOSITORY", address() + "/maven",
                "no_proxy", "127.0.0.1"));
        release(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar)));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** {@code /maven} is the mirror, {@code /closed} one with a password, {@code /moved} leads to the first. */
    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/moved/")) {
            exchange.getResponseHeaders().add("Location", path.replace("/moved/", "/maven/"));
            exchange.sendResponseHeaders(302, -1);
        } else if (path.startsWith("/closed/")
                && !PASSWORD.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"artifacts\"");
            exchange.sendResponseHeaders(401, -1);
        } else if (path.endsWith("/" + PATH) && !path.startsWith("/empty/")) {
            exchange.sendResponseHeaders(200, jar.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(jar);
            }
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    @Test
    void itIsDownloadedOnceFromAMirror() throws Exception {
        assertRuns();
        environment.put("EKSLINT_OFFLINE", "1");
        assertThat(version().err()).isEmpty();
        assertThat(asked).containsExactly("/maven/" + PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "moved"})
    void aMirrorMayAskForAPasswordOrLeadElsewhere(String mirror) throws Exception {
        environment.put("EKSLINT_REPOSITORY", address() + "/" + mirror);
        Files.writeString(temporary.resolve("home/.netrc"), "machine 127.0.0.1 login reader password s3cret\n");
        assertRuns();
    }

    @Test
    void aProxyIsUsed() throws Exception {
        environment.put("EKSLINT_REPOSITORY", "http://artifacts.example.com/maven");
        environment.put("http_proxy", address());
        assertRuns();
        assertThat(asked).containsExactly("http://artifacts.example.com/maven/" + PATH);
    }

    @Test
    void withoutCurlItIsWget() throws Exception {
        assumeThat(Path.of("/usr/bin/wget")).exists();
        Path bin = Files.createDirectories(temporary.resolve("bin"));
        for (String program :
                List.of("sh", "sed", "tr", "cut", "dirname", "ls", "cksum", "mkdir", "mv", "rm", "wget", "sha256sum")) {
            Path found = List.of("/usr/bin", "/bin").stream()
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.copy(found, bin.resolve(program), StandardCopyOption.COPY_ATTRIBUTES);
        }
        environment.put("PATH", bin.toString());
        assertRuns();
    }

    @Test
    void whatIsNotTheReleaseIsNeitherRunNorKept() throws Exception {
        release("0".repeat(64));
        Run run = version();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("is not what was released: its SHA-256 is ", "not " + "0".repeat(64));
        try (var files = Files.walk(cache)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aMirrorWithoutItIsNamed() throws Exception {
        environment.put("EKSLINT_REPOSITORY", address() + "/empty");
        Run run = version();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(address() + "/empty/" + PATH + " cannot be downloaded");
    }

    @Test
    void withoutANetworkItSaysWhereToPutTheJar() throws Exception {
        environment.put("EKSLINT_OFFLINE", "1");
        Run run = version();
        assertThat(run.status()).isEqualTo(2);
        String place = run.err().replaceFirst("(?s).*there is no (.*?); put there what .*", "$1");
        assertThat(Path.of(place).getParent()).isDirectory();
        Files.write(Path.of(place), jar);
        assertThat(version().out()).startsWith("ekslint ");
        assertThat(asked).isEmpty();
    }

    @Test
    void anotherJarMayBeNamed() throws Exception {
        environment.put("EKSLINT_OFFLINE", "1");
        environment.put("EKSLINT_JAR", Jar.path().toString());
        assertThat(version().out()).startsWith("ekslint ");
        environment.put("EKSLINT_JAR", "/nonexistent.jar");
        assertThat(version().err()).contains("EKSLINT_JAR is /nonexistent.jar, and there is no such file");
    }

    private void release(String sha256) throws Exception {
        Path folder = temporary.resolve("hooks " + sha256.charAt(0));
        Hooks.released(folder, PATH, sha256);
        environment.put("SCRIPT", folder.resolve(Hooks.SCRIPT).toString());
    }

    private void assertRuns() throws Exception {
        Run run = version();
        assertThat(run.out()).as(run.err()).startsWith("ekslint ");
        assertThat(run.err()).contains("downloading version 1.0 into " + cache);
        assertThat(run.status()).isZero();
    }

    private Run version() throws Exception {
        List<String> command = List.of("/bin/sh", environment.get("SCRIPT"), "--version");
        return new Jar(temporary, temporary).start(command, Path.of("/dev/null").toFile(), environment);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
