package dev.mendline.engine.incident.state;

import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineText;
import dev.mendline.model.Json;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.log.Sample;
import dev.mendline.model.probe.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Limit on the size of a published incident. The least important details are left out first, and the timeline says so.
 * The stored state keeps all of them, and the journal keeps every finding.
 */
public final class SizeLimiter {
    public static final int MAX_BYTES = 16 << 10;

    private static final int FEW_FINDINGS = 20;
    private static final int SHORT_SAMPLE = 400;
    private static final int FEW_CHILDREN = 10;

    private static final List<Consumer<SizeLimiter>> STEPS = List.of(
            rest -> rest.withoutFacts(found -> false),
            rest -> rest.withoutFacts(found -> passed(found) && found.node() != null),
            rest -> rest.shortenTimeline(4, 20),
            rest -> rest.withoutFacts(SizeLimiter::passed),
            rest -> rest.shortenTimeline(2, 10),
            rest -> rest.withoutFacts(found -> true),
            rest -> rest.findings.removeIf(SizeLimiter::passed),
            rest -> rest.findings = first(rest.findings, FEW_FINDINGS),
            rest -> rest.samples.replaceAll(SizeLimiter::cut),
            rest -> rest.diagnosis = rest.diagnosis.leadingOnly(),
            rest -> rest.children = first(rest.children, FEW_CHILDREN),
            rest -> rest.shortenTimeline(1, 4));

    private final Incident whole;
    private Diagnosis diagnosis;
    private List<Incident.Evidence> findings;
    private final List<Sample> samples;
    private List<Incident.TimelineEntry> timeline;
    private List<Incident.Child> children;

    private SizeLimiter(Incident whole) {
        this.whole = whole;
        this.diagnosis = whole.diagnosis();
        this.findings = new ArrayList<>(whole.findings());
        this.samples = new ArrayList<>(whole.samples());
        this.timeline = whole.timeline();
        this.children = whole.children();
    }

    /** Returns the incident in at most {@value #MAX_BYTES} bytes of JSON. */
    public static Incident fit(Incident whole) {
        Incident published = whole;
        SizeLimiter rest = new SizeLimiter(whole);
        for (Consumer<SizeLimiter> step : STEPS) {
            if (Json.bytes(published).length <= MAX_BYTES) {
                return published;
            }
            step.accept(rest);
            published = rest.shortened();
        }
        return published;
    }

    private Incident shortened() {
        Params params = Params.of("findings", whole.findings().size());
        List<Incident.TimelineEntry> entries = new ArrayList<>(timeline);
        entries.add(TimelineText.of(whole.updatedAt(), TimelineKind.SHORTENED, params, null));
        return whole.with(new Incident.Detail(diagnosis, findings, samples, entries, children));
    }

    private static boolean passed(Incident.Evidence found) {
        return found.outcome() == Outcome.Kind.PASSED;
    }

    private static <T> List<T> first(List<T> all, int max) {
        return all.subList(0, Math.min(max, all.size()));
    }

    /** Removes the facts of some findings, and all but the first certificate of each chain. */
    private void withoutFacts(Predicate<Incident.Evidence> some) {
        findings.replaceAll(found -> found.withFacts(some.test(found) ? null : leafOnly(found.facts())));
    }

    private static @Nullable Facts leafOnly(@Nullable Facts facts) {
        return facts instanceof TlsFacts tls ? tls.leafOnly() : facts;
    }

    private void shortenTimeline(int first, int last) {
        int size = timeline.size();
        List<Incident.TimelineEntry> fewer = new ArrayList<>(first(timeline, first));
        fewer.addAll(timeline.subList(Math.max(fewer.size(), size - last), size));
        timeline = fewer;
    }

    private static Sample cut(Sample sample) {
        String text = sample.text();
        if (text.length() <= SHORT_SAMPLE) {
            return sample;
        }
        int end = Character.isHighSurrogate(text.charAt(SHORT_SAMPLE - 1)) ? SHORT_SAMPLE - 1 : SHORT_SAMPLE;
        return sample.with(text.substring(0, end) + "…");
    }
}
