package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature.PassageKind;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import java.util.List;

/**
 * Words with which a driver starts to describe a node or a lookup. One row per driver and form.
 *
 * @param within kind of the passage that starts here
 * @param literal literal that occurs in every such text; cheap to search for
 * @param words pattern with the captures name, address and port
 * @param reach extent of the passage if no other passage starts earlier
 */
record PassageMarker(PassageKind within, String literal, LinePattern words, Reach reach) {
    enum Reach {
        LINE,
        TEXT,
        /** The text before the marker: the marker follows in brackets or quotes. */
        BEFORE,
        /** The whole text, including the part before the marker. */
        EVERYWHERE
    }

    private static final int MAX_REACH = 16_384;
    private static final String NAME = "(?P<name>[A-Za-z0-9_][A-Za-z0-9._-]*)";
    private static final String ADDRESS =
            "\\[?(?P<address>[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]*[0-9a-fA-F])\\]?";
    private static final String PORT = "(?P<port>[0-9]{1,5})";
    private static final String NODE = "(?:" + ADDRESS + "|" + NAME + "):" + PORT;
    private static final String RECORD = "'?\"?(?:_[A-Za-z0-9-]+\\._tcp\\.)?" + NAME;

    static final List<PassageMarker> ALL = List.of(
            // Java: ServerDescription in a cluster description, and a monitor's own report
            row(PassageKind.SELECTION, "address=", "\\{address=" + NODE + ", ", Reach.LINE),
            row(PassageKind.MONITOR, "onitor thread", "connecting to server " + NODE, Reach.TEXT),
            row(PassageKind.NODE, "on server ", "' on server " + NODE, Reach.BEFORE),
            // Go
            row(PassageKind.SELECTION, "Addr: ", "\\{ Addr: " + NODE + ", ", Reach.LINE),
            // PyMongo: the summary, and the description after it
            row(
                    PassageKind.SELECTION,
                    "ServerSelectionTimeoutError",
                    "ServerSelectionTimeoutError\\(?: ?['\"]?",
                    Reach.LINE),
            row(
                    PassageKind.SELECTION,
                    "ServerSelectionTimeoutError",
                    "(?:ServerSelectionTimeoutError\\(?: ?['\"]?|handshake failed: |[0-9a-z)],)" + NODE + ": ",
                    Reach.LINE),
            row(PassageKind.NODE, "AutoReconnect", "AutoReconnect\\(?: ?['\"]?" + NODE + ": ", Reach.LINE),
            row(PassageKind.NODE, "NetworkTimeout", "NetworkTimeout\\(?: ?['\"]?" + NODE + ": ", Reach.LINE),
            row(
                    PassageKind.SELECTION,
                    "ServerDescription (",
                    "ServerDescription \\('(?:" + ADDRESS + "|" + NAME + ")', " + PORT + "\\)",
                    Reach.LINE),
            // Node.js: the first line repeats the last error of one node; the description lists all nodes
            row(PassageKind.SELECTION, "ServerSelectionError", "ServerSelectionError: ", Reach.LINE),
            row(PassageKind.SELECTION, "ServerDescription", "'" + NODE + "' => ServerDescription", Reach.TEXT),
            row(PassageKind.SELECTION, "address: '", "ServerDescription \\{\\s+_?address: '" + NODE + "'", Reach.TEXT),
            row(
                    PassageKind.SELECTION,
                    "failed to connect to server [",
                    "failed to connect to server \\[" + NODE + "\\] on first connect",
                    Reach.LINE),
            // Rust, .NET, C and PHP
            row(PassageKind.SELECTION, "Address: ", "\\{ Address: " + NODE + ", ", Reach.LINE),
            row(PassageKind.SELECTION, "EndPoint: ", "EndPoint: \"(?:Unspecified/)?" + NODE + "\"", Reach.TEXT),
            row(PassageKind.SELECTION, "calling ", "calling [A-Za-z]+ on '" + NODE + "'", Reach.BEFORE),
            // The server and the old shell
            row(PassageKind.NODE, "onnecting to ", "[Ee]rror connecting to " + NODE, Reach.LINE),
            row(PassageKind.NODE, "t connect to server ", "couldn't connect to server " + NODE, Reach.LINE),
            // Lookups. With the root cause first, the name follows the lookup.
            row(PassageKind.LOOKUP, " record for ", "(?:SRV|TXT) record for (?:host )?" + RECORD, Reach.EVERYWHERE),
            row(PassageKind.LOOKUP, "Query ", "Query [0-9]+ => " + RECORD + " IN (?:SRV|TXT) on ", Reach.EVERYWHERE),
            row(PassageKind.LOOKUP, "._tcp.", "_mongodb\\._tcp\\." + NAME, Reach.EVERYWHERE));

    private static PassageMarker row(PassageKind within, String literal, String words, Reach reach) {
        return new PassageMarker(within, literal, LinePattern.compile(words, false), reach);
    }

    /** Returns the passage that this marker starts; it ends at the end of its line or text. */
    Passage opened(String text, MatchResult found) {
        int from = found.start();
        int to = found.end();
        switch (reach) {
            case BEFORE -> from = bracket(text, from);
            case LINE -> to = Lines.end(text, to, MAX_REACH);
            case TEXT -> to = text.length();
            case EVERYWHERE -> {
                from = 0;
                to = text.length();
            }
        }
        return new Passage(within, from, to, found.group("name"), found.group("address"), found.group("port"));
    }

    private static int bracket(String text, int at) {
        int line = Lines.start(text, at, MAX_REACH);
        int bracket = text.substring(line, at).lastIndexOf('[');
        return bracket < 0 ? line : line + bracket + 1;
    }
}
