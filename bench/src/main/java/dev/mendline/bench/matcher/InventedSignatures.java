package dev.mendline.bench.matcher;

import dev.mendline.bench.corpus.SeededRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Generated signatures of other systems, in the style of their drivers' errors. They never match the corpus, so they
 * show the cost of more signatures.
 */
final class InventedSignatures {
    private static final List<String> SYSTEMS = words("""
            kafka, redis, postgres, mysql, elastic, cassandra, rabbit, consul, vault, zookeeper, etcd, ldap,
            smtp, nginx, grpc, s3, oracle, minio, nats, influx, clickhouse, memcached, pulsar, solr, couch,
            neo4j, hbase, hdfs, airflow, spark""");
    private static final List<String> KINDS = words("""
            Connection, Session, Handshake, Protocol, Auth, Timeout, Quota, Leader, Replica, Cluster,
            Partition, Socket, Certificate, Lease, Snapshot, Index, Schema, Ledger, Offset, Cursor""");
    private static final List<String> VERBS = words("""
            open, resolve, renew, acquire, decode, flush, replicate, authorize, fetch, commit, validate,
            rebalance, negotiate, checkpoint, compact""");
    private static final List<String> THINGS = words("""
            ledger segment, broker address, peer certificate, session token, write ahead log, replication slot,
            metadata response, column family, consumer lease, raft snapshot, index shard, cursor batch,
            tls context, bucket policy, keyspace ring""");
    private static final int STYLES = 9;

    private final SeededRandom random = new SeededRandom(42);

    private static List<String> words(String text) {
        return List.of(text.split(",\\s+"));
    }

    /** Returns a number of distinct signatures. */
    List<PortableSignature> signatures(int count) {
        Map<String, PortableSignature> byPattern = new LinkedHashMap<>();
        while (byPattern.size() < count) {
            PortableSignature next = next("invented-" + byPattern.size());
            byPattern.putIfAbsent(next.pattern(), next);
        }
        return List.copyOf(byPattern.values());
    }

    private PortableSignature next(String id) {
        String system = random.of(SYSTEMS);
        String kind = random.of(KINDS);
        String verb = random.of(VERBS);
        String thing = random.of(THINGS);
        String name = system.substring(0, 1).toUpperCase(Locale.ROOT) + system.substring(1) + kind;
        String word = kind.toLowerCase(Locale.ROOT);
        String action = verb + " " + thing;
        return switch (random.below(STYLES)) {
            case 0 -> exact(id, name + "Error: failed to " + action, name + "Error: failed to " + action);
            case 1 -> {
                String words = name + "Exception: could not " + action;
                yield exact(id, words + " after \\d+ ms", words);
            }
            case 2 -> {
                String words = system + " " + word + " error: unable to " + action;
                yield new PortableSignature(id, words, true, List.of(words));
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

    private static PortableSignature exact(String id, String pattern, String... literals) {
        return new PortableSignature(id, pattern, false, List.of(literals));
    }
}
