package dev.mendline.bench.matcher;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** Methods that run on the JVM. Public because JMH sets it as a parameter. */
public enum Peer {
    MENDLINE("Mendline", 1, Methods::mendline),
    GLIWKA("Hyperscan, com.gliwka.hyperscan", 1, Methods::gliwka),
    HANKCS("Aho-Corasick, com.hankcs, and regex", 1, Methods::hankcs),
    AHO_CORASICK("Aho-Corasick, org.ahocorasick, and regex", 1, Methods::ahoCorasick),
    JDK("java.util.regex, each", 1, signatures -> Methods.each(signatures, PortableSignature::jdk)),
    RE2J("RE2/J, each", 5, signatures -> Methods.each(signatures, PortableSignature::re2j)),
    FILTERED_RE2J("Mendline's anchors, and RE2/J", 1, Methods::filteredRe2j);

    private final String title;
    private final int slowness;
    private final Function<List<PortableSignature>, Method> method;

    Peer(String title, int slowness, Function<List<PortableSignature>, Method> method) {
        this.title = title;
        this.slowness = slowness;
        this.method = method;
    }

    /** Returns the title for tables. */
    String title() {
        return title;
    }

    /**
     * Returns the minimum factor by which it is slower than java.util.regex; a slow method is checked on fewer lines.
     */
    int slowness() {
        return slowness;
    }

    /** Returns the method for these signatures. */
    Method method(List<PortableSignature> signatures) {
        return method.apply(signatures);
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
