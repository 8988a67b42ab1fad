package dev.mendline.cli.output;

import dev.mendline.model.probe.Node;
import java.util.List;

/** Progress line on standard error that is erased again; only on a terminal. */
public final class LiveLine {
    private static final int WIDTH = 78;
    private static final String ERASE = "\r\u001b[K";

    private final boolean shown;
    private boolean drawn;

    public LiveLine() {
        this(Output.progress());
    }

    public LiveLine(boolean shown) {
        this.shown = shown;
    }

    public synchronized void asking(String probe, List<Node> nodes) {
        String where = nodes.isEmpty() ? "" : " " + nodes.get(0);
        String more = nodes.size() > 1 ? " and " + (nodes.size() - 1) + " more" : "";
        draw("probing " + probe + where + more + " …");
    }

    private void draw(String line) {
        if (shown) {
            System.err.print(ERASE + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
            System.err.flush();
            drawn = true;
        }
    }

    /** Erases the line. Called before anything else is printed. */
    public synchronized void erase() {
        if (drawn) {
            System.err.print(ERASE);
            System.err.flush();
            drawn = false;
        }
    }
}
