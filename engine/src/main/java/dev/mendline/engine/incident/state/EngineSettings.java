package dev.mendline.engine.incident.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.mendline.model.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine's configuration: {@code engine} in {@code mendline.yaml}. A key that is missing has its default. */
public record EngineSettings(
        Probing probing,
        Noise noise,
        Limits limits,
        Resolution resolution,
        Flapping flapping,
        Correlation correlation,
        Spikes spikes,
        Timing timing) {
    public static final EngineSettings DEFAULT = Json.read("{}", EngineSettings.class);

    /**
     * Settings of probe requests.
     *
     * @param every the shortest time between two requests of the same check; 60 s
     * @param deadline a request without an answer counts as unanswered after this time; 60 s
     * @param recheck waits before failed probes are requested again, the last one repeats; 1, 2, 5, 10, 30 min
     * @param maxPerTarget requests within a minute for one deployment; 60
     * @param maxPerSite requests within a minute for all deployments of a site; 120
     * @param referenceZone the zone to compare with; null for none. Configured under {@code probes}, not here
     * @param atlasTargets names of the deployments whose Atlas project can be asked. Not configured here
     * @param off true if nothing is probed. Not configured here
     */
    public record Probing(
            Duration every,
            Duration deadline,
            List<Duration> recheck,
            int maxPerTarget,
            int maxPerSite,
            @JsonIgnore @Nullable String referenceZone,
            @JsonIgnore Set<String> atlasTargets,
            @JsonIgnore boolean off) {
        private static final List<Duration> RECHECK =
                List.of(1, 2, 5, 10, 30).stream().map(Duration::ofMinutes).toList();

        public Probing {
            every = or("every", every, Duration.ofSeconds(60));
            deadline = or("deadline", deadline, Duration.ofSeconds(60));
            recheck = recheck.isEmpty() ? RECHECK : List.copyOf(recheck);
            maxPerTarget = or("max-per-target", maxPerTarget, 60);
            maxPerSite = or("max-per-site", maxPerSite, 120);
            atlasTargets = atlasTargets == null ? Set.of() : Set.copyOf(atlasTargets);
        }

        /** Returns the wait before the next recheck, after this many rechecks. */
        public Duration recheck(int times) {
            return recheck.get(Math.min(times, recheck.size() - 1));
        }

        Probing with(@Nullable String zone, Set<String> targets) {
            return new Probing(every, deadline, recheck, maxPerTarget, maxPerSite, zone, targets, off);
        }
    }

    /**
     * Thresholds of noisy symptoms.
     *
     * @param count events of a noisy symptom that open or reopen an incident; 3
     * @param within the time in which they must occur; 60 s
     */
    public record Noise(int count, Duration within) {
        private static final int MAX = Bounds.BUFFERED_SIGHTINGS / 2;

        public Noise {
            count = or("count", count, 3);
            within = or("within", within, Duration.ofSeconds(60));
            if (count > MAX) {
                throw new IllegalArgumentException("count must be at most " + MAX + " (was " + count + ")");
            }
        }
    }

    /**
     * Bounds that can be configured; the fixed ones are {@link Bounds}.
     *
     * @param openPerSite open incidents of one site; 50
     * @param newTargetsPerHour deployments that one service may bring up within an hour; 20
     * @param silence the longest silence; 7 d
     */
    public record Limits(int openPerSite, int newTargetsPerHour, Duration silence) {
        public Limits {
            openPerSite = or("open-per-site", openPerSite, 50);
            newTargetsPerHour = or("new-targets-per-hour", newTargetsPerHour, 20);
            silence = or("silence", silence, Duration.ofDays(7));
        }
    }

    /**
     * Settings of the end of an incident.
     *
     * @param quiet an incident may resolve after this time without a sighting; 5 min
     * @param reopenWindow a sighting within it reopens a resolved incident; 30 min
     * @param forgetAfter an incident leaves the topic this long after its end; 90 d
     */
    public record Resolution(Duration quiet, Duration reopenWindow, Duration forgetAfter) {
        public Resolution {
            quiet = or("quiet", quiet, Duration.ofMinutes(5));
            reopenWindow = or("reopen-window", reopenWindow, Duration.ofMinutes(30));
            forgetAfter = or("forget-after", forgetAfter, Duration.ofDays(90));
            if (forgetAfter.compareTo(reopenWindow) < 0) {
                throw new IllegalArgumentException("forget-after must not be shorter than reopen-window");
            }
        }
    }

    /**
     * Thresholds of flapping incidents.
     *
     * @param count reopenings that make an incident a flapping one; 3
     * @param within the time in which they must occur; it flaps until this time passes without a reopening; 1 h
     */
    public record Flapping(int count, Duration within) {
        public Flapping {
            count = or("count", count, 3);
            within = or("within", within, Duration.ofHours(1));
        }
    }

    /**
     * Settings of what belongs together.
     *
     * @param sharedFrom deployments that may share a cause and then get one parent incident; 3
     * @param bindingLasts how long a service is known to use a deployment after its log lines last showed it; 30 d
     */
    public record Correlation(int sharedFrom, Duration bindingLasts) {
        public Correlation {
            sharedFrom = or("shared-from", sharedFrom, 3);
            bindingLasts = or("binding-lasts", bindingLasts, Duration.ofDays(30));
        }
    }

    /**
     * Thresholds of connection spikes.
     *
     * @param factor a spike has this many times the usual number of connections; 5
     * @param services that must have it in the same minute; 3
     * @param window the usual number is the median of the minutes of this time before; 10–60 min, 30 min
     * @param floor fewer connections within a minute are never a spike; 10
     */
    public record Spikes(int factor, int services, Duration window, int floor) {
        public Spikes {
            factor = or("factor", factor, 5);
            services = or("services", services, 3);
            window = or("window", window, Duration.ofMinutes(30));
            floor = or("floor", floor, 10);
            if (window.compareTo(Duration.ofMinutes(Bounds.MIN_CONNECTION_HISTORY)) < 0
                    || window.compareTo(Duration.ofMinutes(60)) > 0) {
                throw new IllegalArgumentException(
                        "window must be within " + Bounds.MIN_CONNECTION_HISTORY + "–60 minutes");
            }
        }
    }

    /**
     * Intervals of the engine.
     *
     * @param publishEvery the shortest time between two revisions that only count events; 10 s
     * @param tickEvery the time between two ticks of a partition with open incidents; 5 s
     * @param historicalAfter older events are counted, not acted on; 15 min
     */
    public record Timing(Duration publishEvery, Duration tickEvery, Duration historicalAfter) {
        public Timing {
            publishEvery = or("publish-every", publishEvery, Duration.ofSeconds(10));
            tickEvery = or("tick-every", tickEvery, Duration.ofSeconds(5));
            historicalAfter = or("historical-after", historicalAfter, Duration.ofMinutes(15));
        }
    }

    public EngineSettings {
        probing = section(probing, Probing.class);
        noise = section(noise, Noise.class);
        limits = section(limits, Limits.class);
        resolution = section(resolution, Resolution.class);
        flapping = section(flapping, Flapping.class);
        correlation = section(correlation, Correlation.class);
        spikes = section(spikes, Spikes.class);
        timing = section(timing, Timing.class);
    }

    private static <T> T section(@Nullable T given, Class<T> type) {
        return given == null ? Json.read("{}", type) : given;
    }

    /** Returns a copy with this zone to compare with. */
    public EngineSettings withReferenceZone(@Nullable String zone) {
        return with(probing.with(zone, probing.atlasTargets()), noise);
    }

    /** Returns a copy in which Atlas can be asked of these deployments. */
    public EngineSettings withAtlasTargets(Set<String> targets) {
        return with(probing.with(probing.referenceZone(), targets), noise);
    }

    /**
     * Returns a copy for the diagnosis of logs at once, on one host: one event of a noisy symptom opens an incident, no
     * check runs twice, and there is no reference zone.
     *
     * @param probed false if nothing is probed
     * @param age of the oldest logs that count as current
     */
    public EngineSettings atOnce(boolean probed, Duration age) {
        Duration every = age.plus(probing.every());
        Probing once = new Probing(
                every,
                probing.deadline(),
                probing.recheck(),
                probing.maxPerTarget(),
                probing.maxPerSite(),
                null,
                probing.atlasTargets(),
                !probed);
        return with(once, new Noise(1, noise.within()));
    }

    /** Returns a copy with another number of events at which a noisy symptom opens an incident. */
    public EngineSettings withNoisyCount(int count) {
        return with(probing, new Noise(count, noise.within()));
    }

    private EngineSettings with(Probing otherProbing, Noise otherNoise) {
        return new EngineSettings(otherProbing, otherNoise, limits, resolution, flapping, correlation, spikes, timing);
    }

    private static int or(String key, int given, int usual) {
        if (given < 0) {
            throw new IllegalArgumentException(key + " must be at least 1 (was " + given + ")");
        }
        return given == 0 ? usual : given;
    }

    private static Duration or(String key, @Nullable Duration given, Duration usual) {
        if (given != null && (given.isZero() || given.isNegative())) {
            throw new IllegalArgumentException(key + " must be positive (was " + given + ")");
        }
        return given == null ? usual : given;
    }
}
