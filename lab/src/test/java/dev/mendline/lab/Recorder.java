package dev.mendline.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.lab.dns.JndiDns;
import dev.mendline.lab.service.LogSink;
import dev.mendline.model.Json;
import dev.mendline.model.net.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the lines of a lab's services, and whether a deployment that should be well was so when its first line came. */
final class Recorder implements LogSink {
    private final Lab lab;
    private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
    private final Map<String, Boolean> well = new ConcurrentHashMap<>();

    Recorder(Lab lab) {
        this.lab = lab;
    }

    @Override
    public void accept(String service, byte[] line) {
        Scenario scenario = of(service);
        if (scenario.verdict().equals("refuted")) {
            well.computeIfAbsent(service, any -> isWell(scenario));
        }
        lines.computeIfAbsent(service, any -> new CopyOnWriteArrayList<>())
                .add(new String(line, StandardCharsets.UTF_8));
    }

    /** On a thread of its own, for what this one logs is the service's. */
    private boolean isWell(Scenario scenario) {
        return CompletableFuture.supplyAsync(
                        () -> OwnDriver.trouble(lab.access(scenario)).isEmpty())
                .join();
    }

    Set<String> services() {
        return lines.keySet();
    }

    List<String> lines(Scenario scenario) {
        return lines.getOrDefault(scenario.service(), List.of());
    }

    boolean wasWellAtFirstLine(Scenario scenario) {
        return well.get(scenario.service());
    }

    /** The stack traces of what the application itself logged as an error. */
    List<String> errors(Scenario scenario) {
        return documents(scenario).stream()
                .filter(document -> document.path("log.level").asText().equals("ERROR"))
                .map(document -> document.path("error.stack_trace").asText())
                .toList();
    }

    /** Message and stack trace of every line. */
    List<String> texts(Scenario scenario) {
        return documents(scenario).stream()
                .map(document -> document.path("message").asText() + "\n"
                        + document.path("error.stack_trace").asText())
                .toList();
    }

    List<ObjectNode> documents(Scenario scenario) {
        return lines(scenario).stream()
                .map(line -> Json.read(line, ObjectNode.class))
                .toList();
    }

    private Scenario of(String service) {
        return lab.scenarios().stream()
                .filter(scenario -> scenario.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    static List<String> srv(Endpoint resolver, Scenario scenario) {
        return new JndiDns(resolver).getResourceRecordData("_mongodb._tcp." + scenario.target(), "SRV");
    }
}
