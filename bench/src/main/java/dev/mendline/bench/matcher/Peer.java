package dev.mendline.bench.matcher;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Methods that run on the JVM. Public because JMH sets it as a parameter. */
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

    String title() {
        return title;
    }

    /**
     * Returns the minimum factor by which it is slower than java.util.regex; a slow method is checked on fewer lines.
     */
    int slowness() {
        return slowness;
    }

    Method method(List<PortableSignature> signatures) {
        return switch (this) {
            case MENDLINE -> Methods.mendline(signatures);
            case GLIWKA -> Methods.gliwka(signatures);
            case HANKCS -> Methods.hankcs(signatures);
            case AHO_CORASICK -> Methods.ahoCorasick(signatures);
            case JDK -> Methods.each(signatures, PortableSignature::jdk);
            case RE2J -> Methods.each(signatures, PortableSignature::re2j);
            case FILTERED_RE2J -> Methods.filteredRe2j(signatures);
        };
    }

    /** Returns the reason why it does not run on this machine; empty if it runs. */
    String missing() {
        try {
            method(List.of(new PortableSignature("any", "literal", false, List.of("literal"))))
                    .match("a literal".getBytes(StandardCharsets.UTF_8), new BitSet());
            return "";
        } catch (LinkageError nativeCode) {
            return "its native code does not load here (" + nativeCode.getMessage() + ")";
        }
    }
}
