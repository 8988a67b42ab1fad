package dev.mendline.bench.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/** Text of one log event in a form that loggers or shippers write. */
record Sample(String title, String text) {
    private static final String ERROR =
            "2026-03-04 10:00:00.123 ERROR 7 --- [orders] [nio-8080-exec-1] c.e.OrderService : "
                    + "com.mongodb.MongoTimeoutException: Timed out after 30000 ms while waiting to connect";
    private static final String TRACE = ERROR + "\n"
            + "\tat com.mongodb.internal.connection.SocketStream.open(SocketStream.java:85)\n".repeat(20)
            + "Caused by: java.net.ConnectException: Connection refused\n"
            + "\tat java.base/sun.nio.ch.Net.pollConnect(Native Method)\n".repeat(8)
            + "\t... 12 more";
    private static final String COMPOSE = "orders-1  | ";
    private static final String CRI = "2026-03-04T10:00:00.123456789Z stderr F ";
    private static final String MESSAGE = "getaddrinfo ENOTFOUND db-1.example.net";

    /** Lines without and with a prefix; the first one is the plain line. */
    static final List<Sample> LINES = List.of(
            new Sample("Spring Boot", ERROR),
            new Sample("logfmt", "time=2026-03-04T10:00:00Z level=error service=orders msg=\"" + MESSAGE + "\""),
            new Sample("no time, no severity", "MongoServerSelectionError: " + MESSAGE),
            new Sample("docker compose", COMPOSE + ERROR),
            new Sample("CRI", CRI + ERROR),
            new Sample("syslog", "<27>Mar  4 10:00:00 web-7 orders[4711]: " + ERROR),
            new Sample("kubectl", "[pod/orders-7d4b9c6f5-x2x4z/app] " + ERROR));

    /** Traces of 31 lines; the first one has no prefix. */
    static final List<Sample> TRACES = List.of(
            new Sample("Java", TRACE),
            new Sample("Java, docker compose", eachLine(COMPOSE)),
            new Sample("Java, CRI", eachLine(CRI)));

    /** Lines of JSON in several dialects. */
    static final List<Sample> JSON = List.of(
            new Sample(
                    "logstash",
                    "{'@timestamp':'2026-03-04T10:00:00Z','@version':'1','message':'" + MESSAGE
                            + "','logger_name':'o.m.driver.cluster','thread_name':'main','level':'ERROR'}"),
            new Sample(
                    "mongod",
                    "{'t':{'$date':'2026-03-04T10:00:00.123+02:00'},'s':'E','c':'NETWORK','id':23256,'ctx':'conn7',"
                            + "'msg':'SSL peer certificate validation failed','attr':{'error':'SSL peer certificate "
                            + "validation failed: certificate has expired'}}"),
            new Sample(
                    "pino",
                    "{'level':50,'time':1772618400123,'pid':7,'hostname':'web-7','name':'orders','err':{'type':"
                            + "'MongoServerSelectionError','message':'" + MESSAGE
                            + "','stack':'MongoServerSelectionError: "
                            + MESSAGE + "\\n    at Topology.selectServer (topology.js:1:2)'},'msg':'failed'}"),
            new Sample(
                    "docker", "{'log':'" + ERROR + "\\n','stream':'stderr','time':'2026-03-04T10:00:00.123456789Z'}"));

    /** Lines without an error, which only the byte scan sees. */
    static final List<Sample> ORDINARY = List.of(
            new Sample(
                    "Spring Boot",
                    "2026-03-04 10:00:00.123  INFO 7 --- [orders] [nio-8080-exec-1] c.e.OrderService : "
                            + "Order 4711 of customer 815 was accepted and will be shipped from warehouse 7"),
            new Sample("docker compose", COMPOSE + "GET /api/orders/4711 200 13 ms, 1,204 bytes, from 10.0.0.9"));

    Sample {
        text = text.startsWith("{'") ? text.replace('\'', '"') : text;
    }

    byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    private static String eachLine(String prefix) {
        return TRACE.lines().map(line -> prefix + line).collect(Collectors.joining("\n"));
    }
}
