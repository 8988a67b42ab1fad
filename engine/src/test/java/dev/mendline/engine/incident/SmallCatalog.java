package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.SourceFile;
import java.util.List;

/** A few causes that share one symptom and ask for everything that there is. */
public final class SmallCatalog {
    static final String FIRST = "c-shard-00-01.ab1cd.mongodb.net";
    public static final String TROUBLE = "Trouble at node c-shard-00-01.ab1cd.mongodb.net:27017";
    public static final String NOISE = "Noise at node c-shard-00-01.ab1cd.mongodb.net:27017";
    public static final String TROUBLE_AT_THREE =
            TROUBLE + ", c-shard-00-02.ab1cd.mongodb.net:27017, c-shard-00-03.ab1cd.mongodb.net:27017";

    private SmallCatalog() {}

    public static Catalog of(SourceFile... causes) {
        return Catalog.of(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(symptom(), noise()), java.util.stream.Stream.of(causes))
                .toList());
    }

    private static SourceFile symptom() {
        return new SourceFile("symptoms/trouble.yaml", """
                id: trouble
                title: Trouble
                severity: high
                rank: 50
                signatures:
                  - anchors: [Trouble at node]
                    pattern: 'Trouble at node (?P<host>[a-z0-9.-]+):(?P<port>[0-9]+)'
                  - anchors: [Trouble after idling]
                    pattern: 'Trouble after idling at (?P<address>[0-9.]+)'
                    driver: nodejs
                    detail: idle
                examples: [{driver: x, text: 'Trouble at node a:1'}]
                """);
    }

    private static SourceFile noise() {
        return new SourceFile("symptoms/noise.yaml", """
                id: noise
                title: Noise
                severity: medium
                rank: 10
                noisy: true
                signatures:
                  - anchors: [Noise at node]
                    pattern: 'Noise at node (?P<host>[a-z0-9.-]+):(?P<port>[0-9]+)'
                examples: [{driver: x, text: 'Noise at node a:1'}]
                """);
    }

    public static SourceFile cause(String id, String keys) {
        return new SourceFile(
                "causes/" + id + ".yaml",
                "id: " + id + "\ntitle: T\nseverity: high\npages: []\nsymptoms: [trouble]\n" + keys
                        + (keys.contains("advice:") ? "" : "\nadvice: {summary: Mend it., steps: [Mend it.]}\n"));
    }

    public static final SourceFile FIREWALL = cause("firewall", """
            probes: [tcp]
            elsewhere: [tcp]
            confirm:
              - when: >-
                  tcp.exists(f, f.outcome == outcome.failed) && tcp_elsewhere.exists(f, f.outcome == outcome.passed)
                because: TCP to {host}:{port} opens from zone {elsewhere} and not from zone {zone}.
            suggest:
              - when: tcp_elsewhere.exists(f, f.outcome == outcome.passed)
                because: TCP to {host}:{port} opens from zone {elsewhere}.
            refute:
              - when: tcp.size() > 0 && tcp.all(f, f.outcome == outcome.passed)
                because: TCP to {host}:{port} opens from zone {zone}.
            """);

    static final SourceFile NOT_LISTED = cause("not-listed", """
            probes: [tcp]
            elsewhere: [tcp]
            suggest:
              - when: >-
                  tcp.exists(f, f.outcome == outcome.failed)
                    && tcp_elsewhere.size() > 0 && tcp_elsewhere.all(f, f.outcome == outcome.failed)
                because: TCP to {host}:{port} opens from nowhere.
            refute:
              - when: >-
                  tcp.exists(f, f.outcome == outcome.passed) || tcp_elsewhere.exists(f, f.outcome == outcome.passed)
                because: TCP to {host}:{port} opens from somewhere.
            """);

    public static final SourceFile CERTIFICATE = cause("certificate", """
            probes: [connections, auth, hello, tls, tcp]
            confirm:
              - when: tls.exists(f, f.reason == reason.expired)
                because: >-
                  The certificate of {host} for {names}, signed by {issuer}, ran out on {expiry}.
            refute:
              - when: complete && tls.size() > 0 && tls.all(f, f.outcome == outcome.passed)
                because: The certificate of {host} is good.
            """);

    static final SourceFile IDLE = cause("idle", """
            confirm:
              - when: >-
                  'idle' in details && '10.0.0.9' in addresses && drivers.exists(d, d.name == 'nodejs')
                because: A connection was cut while it idled.
            """);

    public static final SourceFile LIMIT = cause("limit", """
            probes: [connections, icmp]
            elsewhere: [icmp]
            confirm:
              - when: connections.exists(f, f.percent >= 95)
                because: "{host} has {current} connections open, {percent} % of what it takes, and {available} left."
            """);

    static final SourceFile NAMES = cause("names", """
            probes: [dns-srv, dns-txt, dns-host, uri]
            elsewhere: [dns-srv]
            confirm:
              - when: dns_srv.exists(f, f.reason == reason.refused) && dns_srv_elsewhere.exists(f, f.nodes.size() > 0)
                because: Nothing answers at {resolver}.
            refute:
              - when: dns_host.exists(f, f.outcome == outcome.passed)
                because: The name {host} is known.
            """);

    static final List<SourceFile> ALL = List.of(FIREWALL, NOT_LISTED, CERTIFICATE, IDLE, LIMIT, NAMES);

    static Catalog all() {
        return of(ALL.toArray(SourceFile[]::new));
    }
}
