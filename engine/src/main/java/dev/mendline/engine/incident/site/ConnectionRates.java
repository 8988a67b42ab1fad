package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.ConnectionSeries;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.RateIncrease;
import dev.mendline.engine.incident.state.TargetConnections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many connections are made to the deployments of a site, by the minutes of the journal's clock. Time passes when a record
 * comes; nothing of it needs a tick. Who is quiet is known for a day, since pools that are full make none for long.
 */
public final class ConnectionRates {
    private static final long MINUTE = 60;
    private static final long FORGOTTEN_AFTER = 24 * 60;
    /** Drivers connect anew so long after somebody missed a primary, in seconds. */
    private static final long AFTER_ELECTION = 120;

    private final EngineSettings settings;
    private final long second;
    private final long minute;
    private final int window;
    private final List<TargetConnections> kept;

    public ConnectionRates(EngineSettings settings, List<TargetConnections> before, Instant at) {
        this.settings = settings;
        this.second = at.getEpochSecond();
        this.minute = second / MINUTE;
        this.window = (int) settings.spikes().window().toMinutes();
        this.kept = new ArrayList<>(before);
        kept.removeIf(this::isOver);
    }

    private boolean isOver(TargetConnections surge) {
        return surge.last() + FORGOTTEN_AFTER < minute && surge.election() < second - AFTER_ELECTION;
    }

    public List<TargetConnections> kept() {
        return List.copyOf(kept);
    }

    /** Counts some more of a source; one more source than there is room for takes the place of one that was long quiet. */
    public void count(String target, ConnectionSeries.Kind kind, String source, int count) {
        TargetConnections surge = of(target);
        List<ConnectionSeries> flows = new ArrayList<>(surge.flows());
        flows.removeIf(flow -> flow.last() + FORGOTTEN_AFTER < minute);
        int known = place(flows, kind, source);
        if (known >= 0) {
            flows.set(known, flows.get(known).plus(minute, count, window));
        } else if (room(flows)) {
            flows.add(ConnectionSeries.of(kind, source, minute).plus(minute, count, window));
        }
        put(new TargetConnections(target, surge.told(), surge.election(), flows));
    }

    private static int place(List<ConnectionSeries> flows, ConnectionSeries.Kind kind, String source) {
        for (int i = 0; i < flows.size(); i++) {
            if (flows.get(i).is(kind, source)) {
                return i;
            }
        }
        return -1;
    }

    /** Who makes up names shall not drive out those who connect. */
    private boolean room(List<ConnectionSeries> flows) {
        return flows.size() < Bounds.CONNECTION_SOURCES
                || flows.stream()
                        .filter(flow -> flow.last() + window < minute)
                        .min(Comparator.comparingLong(ConnectionSeries::last))
                        .map(flows::remove)
                        .orElse(false);
    }

    public void elected(String target) {
        TargetConnections surge = of(target);
        put(new TargetConnections(target, surge.told(), second, surge.flows()));
    }

    /** Whether a primary was missed just now. */
    public boolean electing(String target) {
        long election = of(target).election();
        return election > 0 && second < election + AFTER_ELECTION;
    }

    /** Who rises in this minute; nobody as long as it is too few to be a spike. */
    public List<RateIncrease> rising(String target) {
        List<RateIncrease> rises = of(target).flows().stream()
                .map(flow -> flow.rise(minute, window, settings.spikes().factor(), settings.spikes().floor()))
                .flatMap(Optional::stream)
                .toList();
        boolean enough =
                sources(rises, false) >= settings.spikes().services() || sources(rises, true) >= settings.spikes().services();
        return enough ? rises : List.of();
    }

    private static long sources(List<RateIncrease> rises, boolean peers) {
        return rises.stream()
                .filter(rise -> (rise.kind() == ConnectionSeries.Kind.PEER) == peers)
                .map(RateIncrease::source)
                .distinct()
                .count();
    }

    /** Whether this minute's spike was told already. */
    public boolean isTold(String target) {
        return of(target).told() == minute;
    }

    /** Marks it as told; true when the minute before had none. */
    public boolean begins(String target) {
        TargetConnections surge = of(target);
        put(new TargetConnections(target, minute, surge.election(), surge.flows()));
        return surge.told() != minute && surge.told() != minute - 1;
    }

    private TargetConnections of(String target) {
        return kept.stream()
                .filter(surge -> surge.target().equals(target))
                .findFirst()
                .orElseGet(() -> TargetConnections.of(target));
    }

    /** In the order in which they were last touched. */
    private void put(TargetConnections surge) {
        kept.removeIf(known -> known.target().equals(surge.target()));
        kept.add(surge);
        if (kept.size() > Bounds.CONNECTION_TARGETS) {
            kept.remove(0);
        }
    }
}
