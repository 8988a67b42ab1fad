package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mendline.engine.matching.Literal;
import dev.mendline.engine.pattern.LinePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pattern that recognizes a symptom or a hint in a text.
 *
 * @param symptom id of the symptom or hint
 * @param anchors literals of which one must occur; each has at least 7 bytes of printable ASCII that JSON never
 *     escapes, so that raw bytes can be searched
 * @param pattern linear-time (RE2) pattern for the line that contains an anchor, with the named captures host, srv,
 *     port, address, code, codeName, limit, rcode, alert
 * @param context further conditions on the text
 * @param driver driver that prints this text, if the words identify it
 * @param detail variant of the symptom
 */
public record Signature(
        String symptom,
        List<String> anchors,
        boolean ignoreCase,
        LinePattern pattern,
        Context context,
        @Nullable String driver,
        @Nullable String detail) {
    static final int MIN_ANCHOR = 7;

    public Signature {
        anchors = List.copyOf(anchors);
    }

    /**
     * Conditions on the text around a match.
     *
     * @param beside literals of which one must also occur anywhere in the text; none means no condition
     * @param needsSign true if MongoDB's name must be nearer than another product's, because others print the same words
     * @param within kind of passage that must contain the match; null for any
     * @param byAddress true if the passage must name the node by its IP address
     * @param members best member that the topology in the text must show; null for any or no topology
     */
    public record Context(
            List<String> beside,
            boolean needsSign,
            @Nullable PassageKind within,
            boolean byAddress,
            @Nullable BestMember members) {
        public Context {
            beside = List.copyOf(beside);
        }
    }

    /** Returns the anchors with the case of this signature. */
    public List<Literal> literals() {
        return anchors.stream().map(anchor -> new Literal(anchor, ignoreCase)).toList();
    }

    /** Best member in a topology that a driver prints. */
    public enum BestMember {
        /** Member that accepts writes: a primary, router, standalone or load balancer. */
        @JsonProperty("primary")
        PRIMARY,
        /** Secondary or other member of the set, without a primary. */
        @JsonProperty("secondary")
        SECONDARY,
        /** Only members of unknown type. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** Kind of a passage: the subject that a part of a text describes, for any driver. */
    public enum PassageKind {
        /** Result for one node in the report of a failed server selection. */
        @JsonProperty("selection")
        SELECTION,
        /** Monitor's report on its node. */
        @JsonProperty("monitor")
        MONITOR,
        /** Other text about one node. */
        @JsonProperty("node")
        NODE,
        /** Lookup of an SRV or TXT record; it covers the whole text. */
        @JsonProperty("lookup")
        LOOKUP
    }
}
