package dev.mendline.engine.incident.state;

/** How many a source usually makes within a minute, and how many within this one. */
public record RateIncrease(ConnectionSeries.Kind kind, String source, int usual, int now) {
    public String words() {
        return source + " from " + usual + " to " + now;
    }
}
