package dev.mendline.engine.incident;

/** How many a source usually makes within a minute, and how many within this one. */
record Rise(Flow.Kind kind, String source, int usual, int now) {
    String words() {
        return source + " from " + usual + " to " + now;
    }
}
