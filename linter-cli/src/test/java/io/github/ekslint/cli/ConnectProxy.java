package io.github.ekslint.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy as companies have it: it opens tunnels ({@code CONNECT}), whatever the name, to one local port. */
final class ConnectProxy implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final int exit;

    /**
     * @param exit the port that all tunnels lead to
     */
    ConnectProxy(int exit) throws IOException {
        this.exit = exit;
        aside(() -> {
            while (true) {
                Socket client = entrance.accept();
                aside(() -> serve(client));
            }
        });
    }

    String address() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    /** The first lines of all requests. */
    List<String> asked() {
        return asked;
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), exit)) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
            asked.add(request.readLine());
            while (!request.readLine().isEmpty()) {
                // headers do not matter
            }
            client.getOutputStream().write("HTTP/1.1 200 established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            aside(() -> client.getInputStream().transferTo(server.getOutputStream()));
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void aside(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // either side has hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
