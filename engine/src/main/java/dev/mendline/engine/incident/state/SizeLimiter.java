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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is published small: a topic, a message and a screen show it. What tells least goes first, and the timeline
 * says that it went; the case file keeps all of it, and the journal every finding.
 */
public final class SizeLimiter {
    public static final int MAX_BYTES = 16 << 10;

    private static final int FEW_FINDINGS = 20;
    private static final int SHORT_SAMPLE = 400;
    private static final int FEW_CHILDREN = 10;

    private static final List<UnaryOperator<SizeLimiter>> STEPS = List.of(
            slim -> slim.without(found -> false),
            slim -> slim.without(found -> passed(found) && found.node() != null),
            slim -> slim.withTimeline(4, 20),
            slim -> slim.without(SizeLimiter::passed),
            slim -> slim.withTimeline(2, 10),
            slim -> slim.without(found -> true),
            slim -> slim.withFindings(
                    slim.findings.stream().filter(found -> !passed(found)).toList()),
            slim -> slim.withFindings(slim.findings.stream().limit(FEW_FINDINGS).toList()),
            SizeLimiter::withShortSamples,
            SizeLimiter::withLeadingOnly,
            SizeLimiter::withFewChildren,
            slim -> slim.withTimeline(1, 4));

    private final Incident whole;
    private final Diagnosis diagnosis;
    private final List<Incident.Evidence> findings;
    private final List<Sample> samples;
    private final List<Incident.TimelineEntry> timeline;
    private final List<Incident.Child> children;

    private SizeLimiter(
            Incident whole,
            Diagnosis diagnosis,
            List<Incident.Evidence> findings,
            List<Sample> samples,
            List<Incident.TimelineEntry> timeline,
            List<Incident.Child> children) {
        this.whole = whole;
        this.diagnosis = diagnosis;
        this.findings = findings;
        this.samples = samples;
        this.timeline = timeline;
        this.children = children;
    }

    /** The incident in at most {@value #MAX_BYTES} bytes of JSON. */
    public static Incident fit(Incident whole) {
        Incident published = whole;
        SizeLimiter slim = new SizeLimiter(
                whole, whole.diagnosis(), whole.findings(), whole.samples(), whole.timeline(), whole.children());
        for (UnaryOperator<SizeLimiter> step : STEPS) {
            if (Json.bytes(published).length <= MAX_BYTES) {
                return published;
            }
            slim = step.apply(slim);
            published = slim.incident();
        }
        return published;
    }

    private static boolean passed(Incident.Evidence found) {
        return found.outcome() == Outcome.Kind.PASSED;
    }

    /** Without the facts of some findings, and with the first certificate of a chain for the chain. */
    private SizeLimiter without(Predicate<Incident.Evidence> some) {
        return withFindings(findings.stream()
                .map(found -> found.withFacts(some.test(found) ? null : leafOnly(found.facts())))
                .toList());
    }

    private static @Nullable Facts leafOnly(@Nullable Facts facts) {
        return facts instanceof TlsFacts tls ? tls.leafOnly() : facts;
    }

    private SizeLimiter withFindings(List<Incident.Evidence> fewer) {
        return new SizeLimiter(whole, diagnosis, fewer, samples, timeline, children);
    }

    private SizeLimiter withTimeline(int first, int last) {
        int size = timeline.size();
        List<Incident.TimelineEntry> fewer = new ArrayList<>(timeline.subList(0, Math.min(first, size)));
        fewer.addAll(timeline.subList(Math.max(fewer.size(), size - last), size));
        return new SizeLimiter(whole, diagnosis, findings, samples, fewer, children);
    }

    private SizeLimiter withShortSamples() {
        List<Sample> cut = samples.stream()
                .map(sample -> new Sample(cut(sample.text()), sample.service(), sample.at(), sample.source()))
                .toList();
        return new SizeLimiter(whole, diagnosis, findings, cut, timeline, children);
    }

    private static String cut(String text) {
        if (text.length() <= SHORT_SAMPLE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHORT_SAMPLE - 1)) ? SHORT_SAMPLE - 1 : SHORT_SAMPLE;
        return text.substring(0, end) + "…";
    }

    private SizeLimiter withLeadingOnly() {
        List<Diagnosis.Candidate> leading =
                diagnosis.candidates().stream().limit(1).toList();
        return new SizeLimiter(
                whole,
                new Diagnosis(diagnosis.leading(), diagnosis.verdict(), leading, diagnosis.provisional()),
                findings,
                samples,
                timeline,
                children);
    }

    private SizeLimiter withFewChildren() {
        List<Incident.Child> fewer = children.stream().limit(FEW_CHILDREN).toList();
        return new SizeLimiter(whole, diagnosis, findings, samples, timeline, fewer);
    }

    private Incident incident() {
        List<Incident.TimelineEntry> entries = new ArrayList<>(timeline);
        entries.add(TimelineText.of(
                whole.updatedAt(),
                TimelineKind.SHORTENED,
                Params.of("findings", whole.findings().size()),
                null));
        return whole.with(diagnosis, findings, samples, entries, children);
    }
}
