package jml.gameday.exposition;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import jml.gameday.SimulatedFleet;

/// Serves a simulated fleet's metrics at `/metrics`, to this computer only. Serves from construction until closed.
public final class GameDayServer implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Exposition exposition;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /// @param port on 127.0.0.1; 0 takes any that is free
    /// @throws IOException when the port is taken
    public GameDayServer(SimulatedFleet fleet, int port, InstantSource clock) throws IOException {
        this.exposition = new Exposition(fleet);
        this.clock = clock;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    /// Where the metrics are.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                refuse(exchange, 404, "The metrics are at /metrics.\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                refuse(exchange, 405, "Only GET.\n");
            } else {
                metrics(exchange);
            }
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        var accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        boolean zipped = accepted != null && accepted.contains("gzip");
        exchange.getResponseHeaders().set("Content-Type", TEXT);
        if (zipped) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(200, 0);
        try (var out = zipped ? zipped(exchange.getResponseBody()) : exchange.getResponseBody()) {
            exposition.write(clock.instant(), out);
        }
    }

    // Speed over size: the way is as long as this computer.
    private static OutputStream zipped(OutputStream body) throws IOException {
        return new GZIPOutputStream(body, 1 << 16) {
            {
                def.setLevel(1);
            }
        };
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        var body = why.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /// Stops at once; idempotent.
    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
