package dev.mendline.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack's Web API as far as it is used, on loopback: it takes every message and keeps what was said. */
public final class StandInSlack implements AutoCloseable {
    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger posted = new AtomicInteger();

    private StandInSlack(HttpServer server) {
        this.server = server;
    }

    public static StandInSlack start() {
        try {
            StandInSlack slack =
                    new StandInSlack(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            slack.server.createContext("/", slack::answer);
            slack.server.start();
            return slack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
        int number = exchange.getRequestURI().getPath().endsWith("chat.postMessage") ? posted.incrementAndGet() : 0;
        byte[] answer = ("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700000000." + number + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    public List<String> bodies() {
        return bodies;
    }

    public int posted() {
        return posted.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
