package dev.mendline.notifier.message;

import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.SymptomCount;
import dev.mendline.model.log.OwnText;
import dev.mendline.model.log.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Renders one incident. Pure: the result depends on the incident alone. */
final class MessageRenderer {
    private static final String DOCS = "https://www.mongodb.com/docs/";
    private static final int MAX_ID = 100;
    private static final int MAX_CATALOG = 13;

    private final Incident incident;

    MessageRenderer(Incident incident) {
        this.incident = incident;
    }

    Message message() {
        return new Message(
                new Message.Subject(incident.id(), incident.revision(), incident.state(), incident.severity()),
                Headline.of(incident),
                ConclusionText.of(incident),
                upTo(Message.MAX_STEPS, incident.advice().steps()),
                new Message.Details(
                        fields(),
                        upTo(Message.MAX_EVIDENCE, evidence()),
                        incident.samples().stream()
                                .findFirst()
                                .map(MessageRenderer::quote)
                                .orElse(null)),
                incident.advice().links().stream().map(MessageRenderer::link).toList(),
                footer());
    }

    private List<Message.Field> fields() {
        return List.of(
                Message.Field.of("Services", NameList.of(incident.services())),
                period(),
                symptoms(),
                Message.Field.of("Verdict", verdict()),
                Message.Field.of("Zone", NameList.of(incident.zones())),
                Message.Field.of("Severity", incident.severity().word()));
    }

    private String verdict() {
        Diagnosis diagnosis = incident.diagnosis();
        String word = diagnosis.verdict().word();
        return diagnosis.leading() == null ? word : word + " (" + diagnosis.leading() + ")";
    }

    private Message.Field period() {
        if (incident.historical()) {
            return Message.Field.of("Logged", logged());
        }
        String from = Times.MINUTE.format(incident.openedAt());
        Instant ended = incident.endedAt();
        return ended == null
                ? Message.Field.of("Since", from)
                : Message.Field.of(
                        "Duration", Times.duration(Duration.between(incident.openedAt(), ended)) + ", from " + from);
    }

    /** Returns the times of the first and the last line. */
    private String logged() {
        Instant first = incident.symptoms().stream()
                .map(SymptomCount::firstSeen)
                .min(Instant::compareTo)
                .orElse(incident.openedAt());
        Instant last = incident.symptoms().stream()
                .map(SymptomCount::lastSeen)
                .max(Instant::compareTo)
                .orElse(first);
        String from = Times.MINUTE.format(first);
        String to = Times.MINUTE.format(last);
        return from.equals(to) ? from : from + " to " + to;
    }

    /** A count changes the digest only when it gets another digit. */
    private Message.Field symptoms() {
        List<SymptomCount> symptoms = incident.symptoms();
        return new Message.Field(
                "Symptoms",
                NameList.of(
                        symptoms.stream().map(s -> s.id() + " ×" + s.count()).toList()),
                symptoms.stream()
                        .map(s -> s.id() + " " + Long.toString(s.count()).length())
                        .collect(Collectors.joining(",")));
    }

    private List<String> evidence() {
        return incident.findings().stream()
                .sorted(EvidenceLine.FAILED_FIRST)
                .map(finding -> EvidenceLine.of(finding, incident.zones()))
                .toList();
    }

    private static Message.Quote quote(Sample sample) {
        return new Message.Quote(sample.service() + " logged at " + Times.SECOND.format(sample.at()), sample.text());
    }

    /** Removes characters that do not belong into a path, so that a link cannot leave the documentation site. */
    private static Message.Link link(Advice.Link link) {
        String path = link.path().replaceAll("[^A-Za-z0-9/_.#?=&%~+-]", "").replaceAll("^/+", "");
        return new Message.Link(link.title().isBlank() ? path : link.title(), DOCS + path);
    }

    private String footer() {
        return OwnText.MESSAGE + SafeText.of(incident.id(), MAX_ID) + " · catalog "
                + SafeText.cut(incident.catalog(), MAX_CATALOG) + " · revision " + incident.revision();
    }

    private List<String> upTo(int max, List<String> lines) {
        if (lines.size() <= max) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, max - 1));
        first.add((lines.size() - max + 1) + " more: mendline incidents show " + incident.id());
        return first;
    }
}
