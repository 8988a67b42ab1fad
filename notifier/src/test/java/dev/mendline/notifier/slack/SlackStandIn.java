package dev.mendline.notifier.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Slack's Web API on loopback: records what it is asked and answers what it is told to. */
final class SlackStandIn implements AutoCloseable {
    /** What was asked: the method and the form's fields. */
    record Request(String method, String authorization, Map<String, String> form) {}

    private record Answer(int status, String retryAfter, String body) {}

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();

    SlackStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    /** The next answer; when none is prepared, Slack is content. */
    synchronized SlackStandIn answer(int status, String retryAfter, String body) {
        answers.add(new Answer(status, retryAfter, body));
        return this;
    }

    SlackStandIn error(String word) {
        return answer(200, null, "{\"ok\":false,\"error\":\"" + word + "\"}");
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        Map<String, String> form = new TreeMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Arrays.stream(body.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> form.put(pair[0], decode(pair)));
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        requests.add(new Request(method, exchange.getRequestHeaders().getFirst("Authorization"), form));
        Answer answer = answers.isEmpty()
                ? new Answer(200, null, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1764000000.000100\"}")
                : answers.remove();
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String decode(String[] pair) {
        return pair.length == 1 ? "" : URLDecoder.decode(pair[1], UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
