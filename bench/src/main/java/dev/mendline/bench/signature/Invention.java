package dev.mendline.bench.signature;

import dev.mendline.bench.corpus.Dice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Generated signatures of other systems, in the style of their drivers' errors. They never match the corpus, so they
 * show the cost of more signatures.
 */
final class Invention {
    private static final List<String> SYSTEMS = List.of(
            "kafka",
            "redis",
            "postgres",
            "mysql",
            "elastic",
            "cassandra",
            "rabbit",
            "consul",
            "vault",
            "zookeeper",
            "etcd",
            "ldap",
            "smtp",
            "nginx",
            "grpc",
            "s3",
            "oracle",
            "minio",
            "nats",
            "influx",
            "clickhouse",
            "memcached",
            "pulsar",
            "solr",
            "couch",
            "neo4j",
            "hbase",
            "hdfs",
            "airflow",
            "spark");
    private static final List<String> KINDS = List.of(
            "Connection",
            "Session",
            "Handshake",
            "Protocol",
            "Auth",
            "Timeout",
            "Quota",
            "Leader",
            "Replica",
            "Cluster",
            "Partition",
            "Socket",
            "Certificate",
            "Lease",
            "Snapshot",
            "Index",
            "Schema",
            "Ledger",
            "Offset",
            "Cursor");
    private static final List<String> VERBS = List.of(
            "open",
            "resolve",
            "renew",
            "acquire",
            "decode",
            "flush",
            "replicate",
            "authorize",
            "fetch",
            "commit",
            "validate",
            "rebalance",
            "negotiate",
            "checkpoint",
            "compact");
    private static final List<String> THINGS = List.of(
            "ledger segment",
            "broker address",
            "peer certificate",
            "session token",
            "write ahead log",
            "replication slot",
            "metadata response",
            "column family",
            "consumer lease",
            "raft snapshot",
            "index shard",
            "cursor batch",
            "tls context",
            "bucket policy",
            "keyspace ring");
    private static final int STYLES = 9;

    private final Dice dice = new Dice(42);

    /** Returns a number of distinct signatures. */
    List<Wanted> signatures(int count) {
        Map<String, Wanted> byPattern = new LinkedHashMap<>();
        while (byPattern.size() < count) {
            Wanted next = next("invented-" + byPattern.size());
            byPattern.putIfAbsent(next.pattern(), next);
        }
        return List.copyOf(byPattern.values());
    }

    private Wanted next(String id) {
        String system = dice.of(SYSTEMS);
        String kind = dice.of(KINDS);
        String verb = dice.of(VERBS);
        String thing = dice.of(THINGS);
        String name = system.substring(0, 1).toUpperCase(Locale.ROOT) + system.substring(1) + kind;
        String word = kind.toLowerCase(Locale.ROOT);
        String action = verb + " " + thing;
        return switch (dice.below(STYLES)) {
            case 0 -> exact(id, name + "Error: failed to " + action, name + "Error: failed to " + action);
            case 1 -> {
                String words = name + "Exception: could not " + action;
                yield exact(id, words + " after \\d+ ms", words);
            }
            case 2 -> {
                String words = system + " " + word + " error: unable to " + action;
                yield new Wanted(id, words, true, List.of(words));
            }
            case 3 -> {
                String words = system + ": " + verb + " of " + thing + " ";
                yield exact(id, words + "[0-9a-f]{8} (?:refused|rejected|timed out)", words);
            }
            case 4 -> {
                String words = ": " + word + " cannot " + action;
                yield exact(id, system.toUpperCase(Locale.ROOT) + "-\\d{4}" + words, words);
            }
            case 5 -> {
                String pattern = name + "(?:Error|Exception): " + thing + " \\S+ is (?:stale|missing|corrupt)";
                yield exact(id, pattern, name + "Error: " + thing, name + "Exception: " + thing);
            }
            case 6 -> exact(id, "\\[" + system + "-" + word + "\\] .{0,40}cannot " + action, "cannot " + action);
            case 7 -> {
                String pattern = "org\\." + system + "\\.errors\\." + kind + "\\w*Exception: " + verb;
                yield exact(id, pattern, "org." + system + ".errors." + kind);
            }
            default -> exact(id, system + " " + word + " \\d+ to \\S+:\\d+ failed to " + verb, " failed to " + verb);
        };
    }

    private static Wanted exact(String id, String pattern, String... literals) {
        return new Wanted(id, pattern, false, List.of(literals));
    }
}
