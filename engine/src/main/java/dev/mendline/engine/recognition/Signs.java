package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;

/**
 * Whose words words are that several programs print: MongoDB's where its sign is nearer than another system's. The line
 * itself decides, else the stack frames after it, else those before it, up to the next cause of the chain.
 */
final class Signs {
    private static final Pattern OURS =
            Pattern.compile("(?i)mongo|\\bmoped\\b|server selection (?:error|timeout)|:2701[567]\\b");
    private static final Pattern THEIRS = Pattern.compile("(?i)redis|jedis|lettuce|postgres|pgsql|psycopg|sqlalchemy"
            + "|jdbc|mysql|mariadb|hikari|oracle\\.|sqlserver|kafka\\.(?:clients|common|streams)|zookeeper|rabbit|amqp"
            + "|elastic|opensearch|cassandra|memcache|smtp|nodemailer|imap\\b|ldap|\\bssh\\b|https?:|axios|okhttp"
            + "|httpclient|urllib|requests\\.|aiohttp|grpc|websocket|upstream|nginx|docker|kubelet|\\bhttp\\b"
            + "|clickhouse|influx|consul|\\bvault\\b|etcd|minio|\\bs3\\.|amazonaws|sentry|telegram|discord|stripe"
            + "|:(?:1433|1521|2181|2375|2379|3000|3306|5000|5432|5672|6379|6380|8000|8080|8443|8086|8123|8200|8500|9000"
            + "|9042|9090|9092|9093|9200|9300|11211|15672|50051)(?:[^0-9:]|$)"
            + "|(?:localhost|\\.[0-9]{1,3}|\\.(?:com|net|org|io|dev|local|internal|cloud))"
            + ":(?:21|22|25|53|80|143|389|443|465|587|636|993)(?:[^0-9:]|$)");
    private static final Pattern CHAIN = Pattern.compile("(?m)^\\s*(?:Caused by: |Wrapped by: |\\[cause\\]: "
            + "|The above exception was|During handling of the above)");
    private static final Pattern SAME_WORD = Pattern.compile("\\S*");
    private static final int MAX = 2_048;
    private static final int REACH = 4_000;
    private static final int MAX_WORD = 80;
    private static final int FAR = Integer.MAX_VALUE;

    private final String text;
    private final int[] ours;
    private final int[] theirs;

    Signs(String text) {
        this.text = text;
        this.ours = places(OURS, text);
        this.theirs = ours.length == 0
                ? new int[0]
                : Arrays.stream(places(THEIRS, text)).filter(this::isForeign).toArray();
    }

    private static int[] places(Pattern pattern, String text) {
        int[] places = new int[16];
        int count = 0;
        Matcher sign = pattern.matcher(text);
        while (count < MAX && sign.find()) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count++] = sign.start();
        }
        return Arrays.copyOf(places, count);
    }

    /** A word that bears both signs, such as the address of MongoDB's documentation, is MongoDB's. */
    private boolean isForeign(int sign) {
        int next = Arrays.binarySearch(ours, sign);
        int at = next >= 0 ? next : -next - 1;
        return at == ours.length || ours[at] - sign > MAX_WORD || !SAME_WORD.matches(text.substring(sign, ours[at]));
    }

    /** Whether the words from {@code start} to {@code end} are MongoDB's. */
    boolean areOurs(int start, int end) {
        if (ours.length == 0) {
            return false;
        }
        int from = Math.max(lineStart(start), start - REACH);
        int to = Math.min(lineEnd(end), end + REACH);
        int near = Integer.compare(distance(ours, from, to, start, end), distance(theirs, from, to, start, end));
        if (near == 0 && distance(ours, from, to, start, end) == FAR) {
            near = afterOrBefore(from, to);
        }
        return near <= 0;
    }

    private int afterOrBefore(int from, int to) {
        int next = nextLink(to);
        int after = Integer.compare(distance(ours, to, next, to, to), distance(theirs, to, next, to, to));
        if (after != 0) {
            return after;
        }
        int previous = previousLink(from);
        return Integer.compare(
                distance(ours, previous, from, from, from), distance(theirs, previous, from, from, from));
    }

    /** How far the nearest sign between two places stands from the words; {@link #FAR} when there is none. */
    private static int distance(int[] signs, int from, int to, int start, int end) {
        int nearest = FAR;
        int first = Arrays.binarySearch(signs, from);
        for (int i = first >= 0 ? first : -first - 1; i < signs.length && signs[i] < to; i++) {
            int away = signs[i] < start ? start - signs[i] : Math.max(0, signs[i] - end);
            nearest = Math.min(nearest, away);
        }
        return nearest;
    }

    private int lineStart(int position) {
        return text.lastIndexOf('\n', position - 1) + 1;
    }

    private int lineEnd(int position) {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }

    private int nextLink(int from) {
        int limit = Math.min(text.length(), from + REACH);
        Matcher chain = CHAIN.matcher(text.substring(from, limit));
        return chain.find() ? from + chain.start() : limit;
    }

    private int previousLink(int to) {
        int limit = Math.max(0, to - REACH);
        Matcher chain = CHAIN.matcher(text.substring(limit, to));
        int previous = limit;
        while (chain.find()) {
            previous = limit + chain.end();
        }
        return previous;
    }
}
