package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.ConnectionSeries;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rates of new connections to the deployments of a site, in minutes of the journal's clock. Only records advance the
 * time, not ticks. A quiet source is remembered for a day, because a full pool opens no connections for long.
 */
public final class ConnectionRates {
    private static final long MINUTE = 60;
    private static final long FORGOTTEN_AFTER = 24 * 60;
    /** Time in which drivers reconnect after a missing primary, in seconds. */
    private static final long AFTER_ELECTION = 120;

    private final EngineSettings settings;
    private final long second;
    private final long minute;
    private final int window;
    private final List<SiteState.TargetConnections> kept;

    public ConnectionRates(EngineSettings settings, List<SiteState.TargetConnections> before, Instant at) {
        this.settings = settings;
        this.second = at.getEpochSecond();
        this.minute = second / MINUTE;
        this.window = (int) settings.spikes().window().toMinutes();
        this.kept = new ArrayList<>(before);
        kept.removeIf(this::isOver);
    }

    private boolean isOver(SiteState.TargetConnections known) {
        return known.last() + FORGOTTEN_AFTER < minute && known.election() < second - AFTER_ELECTION;
    }

    public List<SiteState.TargetConnections> kept() {
        return List.copyOf(kept);
    }

    /** Counts connections of a source. If there is no room for a new source, it replaces one that was quiet for long. */
    public void count(String target, ConnectionSeries.Kind kind, String source, int count) {
        SiteState.TargetConnections known = of(target);
        List<ConnectionSeries> flows = new ArrayList<>(known.flows());
        flows.removeIf(flow -> flow.last() + FORGOTTEN_AFTER < minute);
        if (flows.stream().anyMatch(flow -> flow.is(kind, source))) {
            flows.replaceAll(flow -> flow.is(kind, source) ? flow.plus(minute, count, window) : flow);
        } else if (room(flows)) {
            flows.add(ConnectionSeries.of(kind, source, minute).plus(minute, count, window));
        }
        put(new SiteState.TargetConnections(target, known.spikeMinute(), known.election(), flows));
    }

    /** Returns whether there is room for a source; made-up names do not replace active sources. */
    private boolean room(List<ConnectionSeries> flows) {
        return flows.size() < Bounds.CONNECTION_SOURCES
                || flows.stream()
                        .filter(flow -> flow.last() + window < minute)
                        .min(Comparator.comparingLong(ConnectionSeries::last))
                        .map(flows::remove)
                        .orElse(false);
    }

    public void elected(String target) {
        SiteState.TargetConnections known = of(target);
        put(new SiteState.TargetConnections(target, known.spikeMinute(), second, known.flows()));
    }

    /** Returns whether a service had no primary just now. */
    public boolean electing(String target) {
        long election = of(target).election();
        return election > 0 && second < election + AFTER_ELECTION;
    }

    /** Returns the sources whose rate rises in this minute; none if they are too few for a spike. */
    public List<ConnectionSeries.Increase> rising(String target) {
        List<ConnectionSeries.Increase> rises = of(target).flows().stream()
                .map(flow -> flow.rise(
                        minute,
                        window,
                        settings.spikes().factor(),
                        settings.spikes().floor()))
                .flatMap(Optional::stream)
                .toList();
        boolean enough = sources(rises, false) >= settings.spikes().services()
                || sources(rises, true) >= settings.spikes().services();
        return enough ? rises : List.of();
    }

    private static long sources(List<ConnectionSeries.Increase> rises, boolean peers) {
        return rises.stream()
                .filter(rise -> (rise.kind() == ConnectionSeries.Kind.PEER) == peers)
                .map(ConnectionSeries.Increase::source)
                .distinct()
                .count();
    }

    /** Returns whether this minute has a spike already. */
    public boolean hasSpike(String target) {
        return of(target).spikeMinute() == minute;
    }

    /** Records a spike in this minute; returns whether the minute before had none. */
    public boolean begins(String target) {
        SiteState.TargetConnections known = of(target);
        put(new SiteState.TargetConnections(target, minute, known.election(), known.flows()));
        return known.spikeMinute() != minute && known.spikeMinute() != minute - 1;
    }

    private SiteState.TargetConnections of(String target) {
        return kept.stream()
                .filter(known -> known.target().equals(target))
                .findFirst()
                .orElseGet(() -> SiteState.TargetConnections.of(target));
    }

    /** Keeps the deployments in the order of their last change. */
    private void put(SiteState.TargetConnections known) {
        kept.removeIf(each -> each.target().equals(known.target()));
        kept.add(known);
        if (kept.size() > Bounds.CONNECTION_TARGETS) {
            kept.remove(0);
        }
    }
}
