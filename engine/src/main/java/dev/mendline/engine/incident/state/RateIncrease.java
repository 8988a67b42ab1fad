package dev.mendline.engine.incident.state;

/** Increase of one source's connections: the usual count per minute, and the count of this minute. */
public record RateIncrease(ConnectionSeries.Kind kind, String source, int usual, int now) {
    public String words() {
        return source + " from " + usual + " to " + now;
    }
}
