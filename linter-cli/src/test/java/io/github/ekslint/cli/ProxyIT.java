package io.github.ekslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The released jar comes by TLS through the proxy of a company, from a server whose certificate the company has signed. */
class ProxyIT {

    private static final String PATH = "linter-cli-1.0-standalone.jar";
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path temporary;

    private final Map<String, String> environment = new HashMap<>();
    private HttpsServer server;
    private ConnectProxy proxy;
    private Path certificate;
    private Path script;

    @BeforeEach
    void serverAndProxy() throws Exception {
        assumeThat(Path.of("/usr/bin/curl")).exists();
        byte[] jar = Files.readAllBytes(Jar.path());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity()));
        server.createContext("/maven/" + PATH, exchange -> {
            exchange.sendResponseHeaders(200, jar.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(jar);
            }
        });
        server.start();
        proxy = new ConnectProxy(server.getAddress().getPort());
        script = temporary.resolve("hooks").resolve(Hooks.SCRIPT);
        Hooks.released(
                temporary.resolve("hooks"),
                PATH,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar)));
        environment.putAll(Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "HOME", temporary.toString(),
                "EKSLINT_CACHE", temporary.resolve("cache").toString(),
                "EKSLINT_REPOSITORY", "https://artifacts.example.com/maven",
                "https_proxy", proxy.address()));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        proxy.close();
    }

    /** A certificate for {@code artifacts.example.com}, signed by itself. */
    private SSLContext identity() throws Exception {
        Path store = temporary.resolve("identity.p12");
        certificate = temporary.resolve("certificate.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=dns:artifacts.example.com",
                "-ext",
                "bc:c",
                "-keystore",
                store.toString());
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "server",
                "-keystore",
                store.toString(),
                "-file",
                certificate.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Run run = new Jar(temporary, temporary)
                .start(command, Path.of("/dev/null").toFile(), Map.of());
        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    @Test
    void theTunnelIsUsedAndTheCertificateChecked() throws Exception {
        environment.put("CURL_CA_BUNDLE", certificate.toString());
        Run run = version();
        assertThat(run.out()).as(run.err()).startsWith("ekslint ");
        assertThat(proxy.asked()).containsExactly("CONNECT artifacts.example.com:443 HTTP/1.1");
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        Run run = version();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("certificate", "artifacts.example.com/maven/" + PATH + " cannot be downloaded");
    }

    private Run version() throws Exception {
        List<String> command = List.of("/bin/sh", script.toString(), "--version");
        return new Jar(temporary, temporary).start(command, Path.of("/dev/null").toFile(), environment);
    }
}
