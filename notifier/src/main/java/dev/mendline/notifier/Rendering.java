package dev.mendline.notifier;

import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.State;
import dev.mendline.model.incident.Incident.SymptomCount;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.log.OwnText;
import dev.mendline.model.log.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One incident put into words. Pure: what it says depends on the incident alone. */
final class Rendering {
    private static final String DOCS = "https://www.mongodb.com/docs/";
    private static final DateTimeFormatter TIME = formatter("HH:mm:ss 'UTC'");
    private static final DateTimeFormatter MINUTE = formatter("yyyy-MM-dd HH:mm 'UTC'");
    private static final int NAMES = 4;

    private final Incident incident;
    private final Diagnosis diagnosis;

    Rendering(Incident incident) {
        this.incident = incident;
        this.diagnosis = incident.diagnosis();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    Message message() {
        return new Message(
                incident.id(),
                incident.revision(),
                incident.state(),
                incident.severity(),
                headline(),
                verdict(),
                summary(),
                why(),
                notes(),
                upTo(Message.MAX_STEPS, incident.advice().steps()),
                fields(),
                upTo(Message.MAX_EVIDENCE, evidence()),
                incident.samples().stream().findFirst().map(Rendering::quote).orElse(null),
                incident.advice().links().stream().map(Rendering::link).toList(),
                footer());
    }

    private String headline() {
        return mark() + " " + incident.severity().name() + " · " + Inert.of(subject(), 100) + " · " + standing();
    }

    private String mark() {
        if (incident.state() != State.OPEN) {
            return incident.state() == State.RESOLVED ? "✅" : "⚪";
        }
        return switch (incident.severity()) {
            case CRITICAL -> "🔴";
            case HIGH -> "🟠";
            case MEDIUM -> "🟡";
            case LOW -> "🔵";
        };
    }

    private String subject() {
        return Optional.ofNullable(incident.target())
                .orElseGet(() -> children() == 0
                        ? "service: " + some(incident.services())
                        : incident.site().replace(":", " ") + ": " + deployments());
    }

    private int children() {
        return incident.children().size() + incident.moreChildren();
    }

    private String deployments() {
        return children() == 1 ? "1 deployment" : children() + " deployments";
    }

    private String standing() {
        boolean taken = incident.state() == State.OPEN && incident.acknowledged() != null;
        return incident.state().name().toLowerCase(Locale.ROOT) + (taken ? ", acknowledged" : "");
    }

    private String verdict() {
        String word = switch (diagnosis.verdict()) {
            case CONFIRMED -> "Confirmed";
            case LIKELY -> "Likely";
            case POSSIBLE -> "Possible – evidence outstanding";
            case UNPROVEN -> "Could not tell";
            case REFUTED -> "Refuted";
        };
        return incident.state() == State.RESOLVED ? "It is over. " + word : word;
    }

    private String summary() {
        String summary = incident.advice().summary();
        if (diagnosis.verdict() == Verdict.REFUTED && diagnosis.leading() != null) {
            return "it is not " + Inert.of(diagnosis.leading(), 60) + ". " + summary;
        }
        return summary.isBlank() ? "no documented cause fits what the log shows." : summary;
    }

    private String why() {
        return leading()
                .filter(cause -> diagnosis.verdict() == Verdict.UNPROVEN)
                .filter(cause -> !cause.evidenceFor().isEmpty()
                        && !cause.evidenceAgainst().isEmpty())
                .map(Rendering::conflict)
                .orElseGet(this::because);
    }

    private static String conflict(Diagnosis.Candidate cause) {
        return "The evidence contradicts itself. For it: " + cause.evidenceFor().get(0) + " Against it: "
                + cause.evidenceAgainst().get(0);
    }

    private String because() {
        return leading().map(Diagnosis.Candidate::because).orElse("");
    }

    private Optional<Diagnosis.Candidate> leading() {
        return diagnosis.candidates().stream()
                .filter(candidate -> candidate.cause().equals(diagnosis.leading()))
                .findFirst();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (incident.mergedInto() != null) {
            notes.add("Merged into incident " + incident.mergedInto() + ".");
        }
        if (children() > 0) {
            notes.add("It explains " + deployments() + ": " + some(deployed()) + ".");
        }
        if (incident.parent() != null) {
            notes.add("Part of incident " + incident.parent() + ".");
        }
        Incident.Acknowledgement acknowledged = incident.acknowledged();
        if (acknowledged != null) {
            notes.add("Acknowledged by " + acknowledged.by() + " at " + MINUTE.format(acknowledged.at()) + ": "
                    + acknowledged.reason());
        }
        if (incident.silencedUntil() != null && incident.silencedUntil().isAfter(incident.updatedAt())) {
            notes.add("Silenced until " + MINUTE.format(incident.silencedUntil()) + ".");
        }
        if (incident.episodes() > 1) {
            notes.add((incident.flapping() ? "Flapping" : "It came back") + ": it has opened " + incident.episodes()
                    + " times.");
        }
        others().ifPresent(notes::add);
        return notes;
    }

    private List<String> deployed() {
        List<String> names = new ArrayList<>();
        incident.children().forEach(child -> names.add(child.target()));
        for (int i = 0; i < incident.moreChildren(); i++) {
            names.add("…");
        }
        return names;
    }

    private Optional<String> others() {
        List<String> others = diagnosis.candidates().stream()
                .filter(candidate -> !candidate.cause().equals(diagnosis.leading()))
                .filter(candidate -> candidate.verdict() != Verdict.REFUTED)
                .map(candidate -> candidate.cause() + " (" + candidate.verdict().word() + ")")
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of("Also in question: " + some(others) + ".");
    }

    private List<Message.Field> fields() {
        return List.of(
                Message.Field.of("Services", some(incident.services())),
                since(),
                symptoms(),
                Message.Field.of(
                        "Verdict",
                        diagnosis.verdict().word()
                                + Optional.ofNullable(diagnosis.leading())
                                        .map(cause -> " (" + cause + ")")
                                        .orElse("")),
                Message.Field.of("Zone", some(incident.zones())),
                Message.Field.of("Severity", incident.severity().name().toLowerCase(Locale.ROOT)));
    }

    private Message.Field since() {
        String from = MINUTE.format(incident.openedAt());
        Instant ended = incident.endedAt();
        return ended == null
                ? Message.Field.of("Since", from)
                : Message.Field.of("Lasted", length(Duration.between(incident.openedAt(), ended)) + ", from " + from);
    }

    private static String length(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return Math.max(0, duration.toSeconds()) + " s";
        }
        return duration.compareTo(Duration.ofHours(2)) < 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    /** A count is news when it has grown tenfold. */
    private Message.Field symptoms() {
        List<SymptomCount> symptoms = incident.symptoms();
        return new Message.Field(
                "Symptoms",
                some(symptoms.stream().map(s -> s.id() + " ×" + s.count()).toList()),
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
        return new Message.Quote(sample.service() + " wrote at " + TIME.format(sample.at()), sample.text());
    }

    /** Whatever a path holds that does not belong into one is left out, so that a link leads nowhere else. */
    private static Message.Link link(Advice.Link link) {
        String path = link.path().replaceAll("[^A-Za-z0-9/_.#?=&%~+-]", "").replaceAll("^/+", "");
        return new Message.Link(link.title().isBlank() ? path : link.title(), DOCS + path);
    }

    private String footer() {
        return OwnText.MESSAGE + Inert.of(incident.id(), 100) + " · catalog " + Inert.cut(incident.catalog(), 13)
                + " · revision " + incident.revision();
    }

    private List<String> upTo(int max, List<String> lines) {
        if (lines.size() <= max) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, max - 1));
        some.add((lines.size() - max + 1) + " more: mendline incidents show " + incident.id());
        return some;
    }

    private static String some(List<String> names) {
        String first =
                names.stream().limit(NAMES).map(name -> Inert.of(name, 60)).collect(Collectors.joining(", "));
        if (names.size() > NAMES) {
            return first + " and " + (names.size() - NAMES) + " more";
        }
        return first.isBlank() ? "–" : first;
    }
}
