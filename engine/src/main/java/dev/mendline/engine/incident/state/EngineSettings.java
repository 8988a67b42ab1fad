package dev.mendline.engine.incident.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engine's numbers; what is not given has the default.
 *
 * @param probeEvery the same probe on the same node at most so often; 60 s
 * @param requestDeadline a request without an answer counts as unanswered then; 60 s
 * @param recheck waits before failed probes are asked again, the last one repeats; 1, 2, 5, 10, 30 min
 * @param quiet without a sighting for so long an incident may resolve; 5 min
 * @param reopenWindow a sighting within it reopens a resolved incident; 30 min
 * @param publishEvery mere counting is published at most so often; 10 s
 * @param historicalAfter older events are listed, not acted on; 15 min
 * @param tickEvery how often time passes in a partition with open incidents; 5 s
 * @param maxSilence the longest silence; 7 d
 * @param maxOpenPerSite open incidents of one site; 50
 * @param maxProbesPerTarget requests within a minute for one deployment; 60
 * @param maxProbesPerSite the same for all deployments of a site; 120
 * @param noisyCount so many events of a noisy symptom open an incident; 3
 * @param noisyWithin if they come within so long; 60 s
 * @param flappingCount so many reopenings make an incident a flapping one; 3
 * @param flappingWithin if they come within so long, and until so long passes without one; 1 h
 * @param maxNewTargets deployments that one service may bring up within an hour; 20
 * @param bindingLasts how long it is known what a service talks to, after its texts said so last; 30 d
 * @param forgetAfter an incident that ended so long ago is taken off the topic; 90 d
 * @param sharedFrom so many deployments that may share a cause are told as one incident; 3
 * @param spikeFactor so many times as many connections as usual are a spike; 5
 * @param spikeServices if so many services make them in the same minute; 3
 * @param spikeWindow what is usual is the median of the minutes of so long before; 30 min, at least 10 and at most 60
 * @param spikeFloor fewer connections within a minute are never a spike; 10
 * @param referenceZone the zone to compare with; null for none. The configuration has it where the probes stand, not
 *     among the engine's numbers
 * @param atlasTargets names of the deployments that are bound to a project of Atlas, so that Atlas can be asked of them;
 *     none of the others is. Not among the engine's numbers either
 */
public record EngineSettings(
        Duration probeEvery,
        Duration requestDeadline,
        List<Duration> recheck,
        Duration quiet,
        Duration reopenWindow,
        Duration publishEvery,
        Duration historicalAfter,
        Duration tickEvery,
        Duration maxSilence,
        int maxOpenPerSite,
        int maxProbesPerTarget,
        int maxProbesPerSite,
        int noisyCount,
        Duration noisyWithin,
        int flappingCount,
        Duration flappingWithin,
        int maxNewTargets,
        Duration bindingLasts,
        Duration forgetAfter,
        int sharedFrom,
        int spikeFactor,
        int spikeServices,
        Duration spikeWindow,
        int spikeFloor,
        @JsonIgnore @Nullable String referenceZone,
        @JsonIgnore Set<String> atlasTargets) {
    public static final EngineSettings DEFAULT = new EngineSettings(
            null, null, List.of(), null, null, null, null, null, null, 0, 0, 0, 0, null, 0, null, 0, null, null, 0, 0,
            0, null, 0, null, Set.of());

    private static final int MAX_NOISY = BufferedSighting.MAX / 2;

    public EngineSettings(
            @Nullable Duration probeEvery,
            @Nullable Duration requestDeadline,
            List<Duration> recheck,
            @Nullable Duration quiet,
            @Nullable Duration reopenWindow,
            @Nullable Duration publishEvery,
            @Nullable Duration historicalAfter,
            @Nullable Duration tickEvery,
            @Nullable Duration maxSilence,
            int maxOpenPerSite,
            int maxProbesPerTarget,
            int maxProbesPerSite,
            int noisyCount,
            @Nullable Duration noisyWithin,
            int flappingCount,
            @Nullable Duration flappingWithin,
            int maxNewTargets,
            @Nullable Duration bindingLasts,
            @Nullable Duration forgetAfter,
            int sharedFrom,
            int spikeFactor,
            int spikeServices,
            @Nullable Duration spikeWindow,
            int spikeFloor,
            @Nullable String referenceZone,
            @Nullable Set<String> atlasTargets) {
        this.probeEvery = or(probeEvery, 60);
        this.requestDeadline = or(requestDeadline, 60);
        this.recheck = recheck.isEmpty()
                ? List.of(minutes(1), minutes(2), minutes(5), minutes(10), minutes(30))
                : List.copyOf(recheck);
        this.quiet = or(quiet, 300);
        this.reopenWindow = or(reopenWindow, 1_800);
        this.publishEvery = or(publishEvery, 10);
        this.historicalAfter = or(historicalAfter, 900);
        this.tickEvery = or(tickEvery, 5);
        this.maxSilence = or(maxSilence, 604_800);
        this.maxOpenPerSite = or(maxOpenPerSite, 50);
        this.maxProbesPerTarget = or(maxProbesPerTarget, 60);
        this.maxProbesPerSite = or(maxProbesPerSite, 120);
        this.noisyCount = or(noisyCount, 3);
        this.noisyWithin = or(noisyWithin, 60);
        this.flappingCount = or(flappingCount, 3);
        this.flappingWithin = or(flappingWithin, 3_600);
        this.maxNewTargets = or(maxNewTargets, 20);
        this.bindingLasts = or(bindingLasts, 2_592_000);
        this.forgetAfter = or(forgetAfter, 7_776_000);
        if (this.forgetAfter.compareTo(this.reopenWindow) < 0) {
            throw new IllegalArgumentException("forget-after is not shorter than reopen-window");
        }
        this.sharedFrom = or(sharedFrom, 3);
        this.spikeFactor = or(spikeFactor, 5);
        this.spikeServices = or(spikeServices, 3);
        this.spikeWindow = or(spikeWindow, 1_800);
        this.spikeFloor = or(spikeFloor, 10);
        if (this.spikeWindow.compareTo(minutes(ConnectionSeries.MIN_HISTORY)) < 0
                || this.spikeWindow.compareTo(minutes(60)) > 0) {
            throw new IllegalArgumentException(
                    "spike-window is within " + ConnectionSeries.MIN_HISTORY + "–60 minutes");
        }
        if (this.noisyCount > MAX_NOISY) {
            throw new IllegalArgumentException("noisy-count is at most " + MAX_NOISY);
        }
        this.referenceZone = referenceZone;
        this.atlasTargets = atlasTargets == null ? Set.of() : Set.copyOf(atlasTargets);
    }

    /** The same, with a zone to compare with. */
    public EngineSettings withReferenceZone(@Nullable String zone) {
        return with(noisyCount, zone, atlasTargets);
    }

    /** The same, for deployments of which Atlas can be asked. */
    public EngineSettings withAtlasTargets(Set<String> targets) {
        return with(noisyCount, referenceZone, targets);
    }

    /** The same, with another number of events at which a noisy symptom opens an incident. */
    public EngineSettings withNoisyCount(int count) {
        return with(count, referenceZone, atlasTargets);
    }

    private EngineSettings with(int noisy, @Nullable String zone, Set<String> targets) {
        return new EngineSettings(
                probeEvery,
                requestDeadline,
                recheck,
                quiet,
                reopenWindow,
                publishEvery,
                historicalAfter,
                tickEvery,
                maxSilence,
                maxOpenPerSite,
                maxProbesPerTarget,
                maxProbesPerSite,
                noisy,
                noisyWithin,
                flappingCount,
                flappingWithin,
                maxNewTargets,
                bindingLasts,
                forgetAfter,
                sharedFrom,
                spikeFactor,
                spikeServices,
                spikeWindow,
                spikeFloor,
                zone,
                targets);
    }

    private static int or(int given, int usual) {
        if (given < 0) {
            throw new IllegalArgumentException("a limit of the engine is at least 1");
        }
        return given == 0 ? usual : given;
    }

    private static Duration or(@Nullable Duration given, long seconds) {
        if (given != null && (given.isZero() || given.isNegative())) {
            throw new IllegalArgumentException("a duration of the engine is longer than nothing");
        }
        return given == null ? Duration.ofSeconds(seconds) : given;
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    public Duration recheck(int times) {
        return recheck.get(Math.min(times, recheck.size() - 1));
    }
}
