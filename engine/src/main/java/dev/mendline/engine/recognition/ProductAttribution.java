package dev.mendline.engine.recognition;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attribution of a text to MongoDB or to another product, by the nearest product name. The line itself decides;
 * otherwise the stack frames after it, then those before it, up to the next cause of the chain.
 */
public final class ProductAttribution {
    /** Words in lower case. Every text with a product name of MongoDB contains one of them unescaped. */
    public static final List<String> WORDS = List.of(
            "mongo",
            ":2701",
            "moped",
            "server selection",
            "codename",
            "op_query",
            "connection handshake",
            "db server",
            "-mdbc");

    static final List<String> OUR_SIGNS = List.of(
            "mongo",
            "\\bmoped\\b",
            "server selection (?:error|timeout)",
            ":2701[567]\\b",
            "\\bcodeName\\b",
            "\\bOP_QUERY\\b",
            "-mdbc",
            "during connection handshake: ",
            "failed: error connecting to db server: ");

    private static final LinePattern OURS = LinePattern.compile(String.join("|", OUR_SIGNS), true);
    private static final LinePattern THEIRS = LinePattern.compile(
            "redis|jedis|lettuce|postgres|pgsql|psycopg|sqlalchemy"
                    + "|jdbc|mysql|mariadb|hikari|oracle\\.|sqlserver|kafka\\.(?:clients|common|streams)|zookeeper|rabbit|amqp"
                    + "|elastic|opensearch|cassandra|memcache|smtp|nodemailer|imap\\b|ldap|\\bssh\\b|https?:|axios|okhttp"
                    + "|httpclient|urllib|requests\\.|aiohttp|grpc|websocket|upstream|nginx|docker|kubelet|\\bhttp\\b"
                    + "|clickhouse|influx|consul|\\bvault\\b|etcd|minio|\\bs3\\.|amazonaws|sentry|telegram|discord|stripe"
                    + "|:(?:1433|1521|2181|2375|2379|3000|3306|5000|5432|5672|6379|6380|8000|8080|8443|8086|8123|8200|8500|9000"
                    + "|9042|9090|9092|9093|9200|9300|11211|15672|50051)(?:[^0-9:]|:\\s|$)"
                    + "|(?:localhost|\\.[0-9]{1,3}|\\.(?:com|net|org|io|dev|local|internal|cloud))"
                    + ":(?:21|22|25|80|143|389|443|465|587|636|993)(?:[^0-9:]|:\\s|$)"
                    + "|curl\\b|\\bpip:|\\bwget\\b|\\btelnet\\b|\\bslack\\b"
                    + "|\\bport[ =:]{1,3}(?:22|25|80|389|443|465|587|636|1433|1521|2181|3306|5432|5672|6379|8080|9092|9200)\\b"
                    + "|pull image|\\bregistry\\.|pod sandbox|[a-z]+ probe failed|\"Slow query\"|\\bSlow query\\b",
            true);
    private static final LinePattern CHAIN = LinePattern.compile(
            "(?:^|\\n)\\s*(?:(?:" + CauseMarks.CAUSE + "|" + CauseMarks.RESULT + ") |" + CauseMarks.SENTENCE + ")",
            false);
    private static final LinePattern OUR_WORD = LinePattern.compile(
            "mongodb(?:\\+srv)?://|docs\\.mongodb|dochub\\.mongodb"
                    + "|mongodb\\.(?:com/docs|github)|github\\.com/mongodb|jira\\.mongodb|node_modules/|site-packages|com\\.mongodb\\."
                    + "|org\\.mongodb|/gems/|deno\\.land/x/mongo|mongo[a-z]*error|mongo[a-z]*exception|:2701[567]\\b",
            true);
    private static final int MAX_WORD = 80;
    private static final int REACH = 4_000;
    private static final int BLOCK = 4_096;
    /** Extra distance for names after the words, because the subject usually comes first. */
    private static final int AFTER = 4;

    private static final int FAR = Integer.MAX_VALUE;

    private final Text whole;
    private final String text;
    private final boolean hasOurs;
    /** Product names per block of the text; null until the block is first needed. */
    private final @Nullable Block[] blocks;

    /** Positions of product names in one block, in characters of the text. */
    private record Block(List<Integer> ours, List<Integer> theirs) {}

    ProductAttribution(Text whole) {
        this.whole = whole;
        this.text = whole.toString();
        this.hasOurs = OURS.isIn(whole);
        this.blocks = new Block[text.length() / BLOCK + 1];
    }

    /** Returns true if the text contains a product name of MongoDB. */
    public static boolean areIn(String text) {
        return OURS.isIn(Text.of(text));
    }

    /** Returns true if the words from {@code start} to {@code end} belong to MongoDB. */
    boolean areOurs(int start, int end) {
        if (!hasOurs) {
            return false;
        }
        int from = Lines.start(text, start, REACH);
        int to = Lines.end(text, end, REACH);
        int mine = distance(true, from, to, start, end);
        int other = distance(false, from, to, start, end);
        return (mine == FAR && other == FAR ? afterOrBefore(from, to) : Integer.compare(mine, other)) <= 0;
    }

    /** Returns a negative number if MongoDB's name is nearer, 0 if there is no name. */
    private int afterOrBefore(int from, int to) {
        int next = nextLink(to);
        int after = Integer.compare(distance(true, to, next, to, to), distance(false, to, next, to, to));
        if (after != 0) {
            return after;
        }
        int link = previousLink(from);
        int before = Integer.compare(distance(true, link, from, from, from), distance(false, link, from, from, from));
        if (before != 0) {
            return before;
        }
        int far = Math.max(0, link - REACH);
        return Integer.compare(distance(true, far, link, link, link), distance(false, far, link, link, link));
    }

    /** Returns the distance of the nearest name between two positions; {@link #FAR} if there is none. */
    private int distance(boolean mine, int from, int to, int start, int end) {
        int nearest = FAR;
        for (int block = from / BLOCK; block * BLOCK < to; block++) {
            Block found = block(block);
            for (int sign : mine ? found.ours() : found.theirs()) {
                if (sign >= from && sign < to) {
                    nearest = Math.min(nearest, sign < start ? start - sign : AFTER * Math.max(0, sign - end));
                }
            }
        }
        return nearest;
    }

    private Block block(int number) {
        Block known = blocks[number];
        if (known == null) {
            int from = number * BLOCK;
            List<Integer> ours = places(OURS, from);
            List<Integer> theirs = places(THEIRS, from);
            Set<Integer> both = new HashSet<>();
            for (int our : ours) {
                theirs.stream()
                        .filter(sign -> isSameWord(our, sign))
                        .forEach(sign -> both.add(isOurWord(our) ? sign : our));
            }
            ours.removeIf(both::contains);
            theirs.removeIf(both::contains);
            known = new Block(ours, theirs);
            blocks[number] = known;
        }
        return known;
    }

    private List<Integer> places(LinePattern pattern, int from) {
        int to = Math.min(text.length(), from + BLOCK + MAX_WORD);
        List<Integer> places = new ArrayList<>();
        MatchResult sign = pattern.find(whole, from, to, from);
        while (sign != null && sign.start() < from + BLOCK) {
            places.add(sign.start());
            sign = pattern.findAfter(whole, from, to, sign);
        }
        return places;
    }

    private boolean isSameWord(int our, int sign) {
        return Math.abs(our - sign) <= MAX_WORD
                && text.substring(Math.min(our, sign), Math.max(our, sign))
                        .chars()
                        .noneMatch(Character::isWhitespace);
    }

    /**
     * Returns true if a word that contains both names is MongoDB's: a connection string, a documentation address or a
     * driver's package. Otherwise it is another product that uses MongoDB.
     */
    private boolean isOurWord(int our) {
        int from = our;
        while (from > Math.max(0, our - MAX_WORD) && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int to = our;
        while (to < Math.min(text.length(), our + MAX_WORD) && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return OUR_WORD.find(whole, from, to, from) != null;
    }

    private int nextLink(int from) {
        int limit = Math.min(text.length(), from + REACH);
        MatchResult chain = CHAIN.find(whole, from, limit, from);
        return chain != null ? chain.start() : limit;
    }

    private int previousLink(int to) {
        int limit = Math.max(0, to - REACH);
        MatchResult chain = CHAIN.find(whole, limit, to, limit);
        int previous = limit;
        while (chain != null) {
            previous = chain.end();
            chain = CHAIN.findAfter(whole, limit, to, chain);
        }
        return previous;
    }
}
