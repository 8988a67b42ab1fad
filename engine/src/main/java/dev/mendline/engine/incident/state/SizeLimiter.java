package dev.mendline.engine.incident.state;

import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineText;
import dev.mendline.model.Json;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.log.Sample;
import dev.mendline.model.probe.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    private static final List<UnaryOperator<Incident.Detail>> STEPS = List.of(
            all -> withoutFacts(all, found -> false),
            all -> withoutFacts(all, found -> passed(found) && found.node() != null),
            all -> withTimeline(all, 4, 20),
            all -> withoutFacts(all, SizeLimiter::passed),
            all -> withTimeline(all, 2, 10),
            all -> withoutFacts(all, found -> true),
            all -> withFindings(all, all.findings().stream().filter(found -> !passed(found))),
            all -> withFindings(all, all.findings().stream().limit(FEW_FINDINGS)),
            SizeLimiter::withShortSamples,
            SizeLimiter::withLeadingOnly,
            SizeLimiter::withFewChildren,
            all -> withTimeline(all, 1, 4));

    private SizeLimiter() {}

    /** Returns the incident in at most {@value #MAX_BYTES} bytes of JSON. */
    public static Incident fit(Incident whole) {
        Incident published = whole;
        Incident.Detail detail = whole.detail();
        for (UnaryOperator<Incident.Detail> step : STEPS) {
            if (Json.bytes(published).length <= MAX_BYTES) {
                return published;
            }
            detail = step.apply(detail);
            published = shortened(whole, detail);
        }
        return published;
    }

    private static boolean passed(Incident.Evidence found) {
        return found.outcome() == Outcome.Kind.PASSED;
    }

    /** Removes the facts of some findings, and all but the first certificate of each chain. */
    private static Incident.Detail withoutFacts(Incident.Detail all, Predicate<Incident.Evidence> some) {
        return withFindings(
                all,
                all.findings().stream()
                        .map(found -> found.withFacts(some.test(found) ? null : leafOnly(found.facts()))));
    }

    private static @Nullable Facts leafOnly(@Nullable Facts facts) {
        return facts instanceof TlsFacts tls ? tls.leafOnly() : facts;
    }

    private static Incident.Detail withFindings(Incident.Detail all, Stream<Incident.Evidence> fewer) {
        return new Incident.Detail(all.diagnosis(), fewer.toList(), all.samples(), all.timeline(), all.children());
    }

    private static Incident.Detail withTimeline(Incident.Detail all, int first, int last) {
        int size = all.timeline().size();
        List<Incident.TimelineEntry> fewer = new ArrayList<>(all.timeline().subList(0, Math.min(first, size)));
        fewer.addAll(all.timeline().subList(Math.max(fewer.size(), size - last), size));
        return new Incident.Detail(all.diagnosis(), all.findings(), all.samples(), fewer, all.children());
    }

    private static Incident.Detail withShortSamples(Incident.Detail all) {
        List<Sample> cut = all.samples().stream()
                .map(sample -> new Sample(cut(sample.text()), sample.service(), sample.at(), sample.source()))
                .toList();
        return new Incident.Detail(all.diagnosis(), all.findings(), cut, all.timeline(), all.children());
    }

    private static String cut(String text) {
        if (text.length() <= SHORT_SAMPLE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHORT_SAMPLE - 1)) ? SHORT_SAMPLE - 1 : SHORT_SAMPLE;
        return text.substring(0, end) + "…";
    }

    private static Incident.Detail withLeadingOnly(Incident.Detail all) {
        return new Incident.Detail(
                all.diagnosis().leadingOnly(), all.findings(), all.samples(), all.timeline(), all.children());
    }

    private static Incident.Detail withFewChildren(Incident.Detail all) {
        List<Incident.Child> fewer = all.children().stream().limit(FEW_CHILDREN).toList();
        return new Incident.Detail(all.diagnosis(), all.findings(), all.samples(), all.timeline(), fewer);
    }

    private static Incident shortened(Incident whole, Incident.Detail less) {
        List<Incident.TimelineEntry> entries = new ArrayList<>(less.timeline());
        entries.add(TimelineText.of(
                whole.updatedAt(),
                TimelineKind.SHORTENED,
                Params.of("findings", whole.findings().size()),
                null));
        return whole.with(
                new Incident.Detail(less.diagnosis(), less.findings(), less.samples(), entries, less.children()));
    }
}
