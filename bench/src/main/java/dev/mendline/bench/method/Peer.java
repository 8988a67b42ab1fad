package dev.mendline.bench.method;

import dev.mendline.bench.signature.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Methods that run on the JVM. */
public enum Peer {
    MENDLINE("Mendline", 1),
    GLIWKA("Hyperscan, com.gliwka.hyperscan", 1),
    HANKCS("Aho-Corasick, com.hankcs, and regex", 1),
    AHO_CORASICK("Aho-Corasick, org.ahocorasick, and regex", 1),
    JDK("java.util.regex, each", 1),
    RE2J("RE2/J, each", 5),
    FILTERED_RE2J("Mendline's anchors, and RE2/J", 1);

    private final String title;
    private final int slowness;

    Peer(String title, int slowness) {
        this.title = title;
        this.slowness = slowness;
    }

    /** Returns the title for tables. */
    public String title() {
        return title;
    }

    /**
     * Returns the minimum factor by which it is slower than java.util.regex; a slow method is checked on fewer lines.
     */
    public int slowness() {
        return slowness;
    }

    /** Returns the method for these signatures. */
    public Method method(List<Wanted> wanted) {
        return switch (this) {
            case MENDLINE -> new Mendline(wanted);
            case GLIWKA -> new Gliwka(wanted);
            case HANKCS -> new Hankcs(wanted);
            case AHO_CORASICK -> new AhoCorasick(wanted);
            case JDK -> new JdkRegex(wanted);
            case RE2J -> new Re2j(wanted);
            case FILTERED_RE2J -> new FilteredRe2j(wanted);
        };
    }

    /** Returns the reason why it does not run on this machine; empty if it runs. */
    public String missing() {
        try {
            method(List.of(new Wanted("any", "literal", false, List.of("literal"))))
                    .match("a literal".getBytes(StandardCharsets.UTF_8), new long[1]);
            return "";
        } catch (LinkageError nativeCode) {
            return "its native code does not load here (" + nativeCode.getMessage() + ")";
        }
    }
}
