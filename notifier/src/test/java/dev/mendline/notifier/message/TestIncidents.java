package dev.mendline.notifier.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Diagnosis.Candidate;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.Evidence;
import dev.mendline.model.incident.Incident.SymptomCount;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.log.Sample;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Incidents to tell of. */
public final class TestIncidents {
    public static final Instant OPENED = Instant.parse("2026-11-22T02:58:12Z");

    private static final Node NODE = Node.of("shard-00-00.ab1cd.mongodb.net:27017");

    private TestIncidents() {}

    public static Incident confirmed() {
        return new Incident(
                Incident.SCHEMA,
                "3f2ac19b",
                "ab1cd.mongodb.net",
                "cluster0.ab1cd.mongodb.net",
                List.of("orders", "payments"),
                List.of("eu-west"),
                Incident.State.OPEN,
                null,
                null,
                false,
                false,
                Severity.CRITICAL,
                List.of(new SymptomCount("srv-refused", 12, OPENED, OPENED.plusSeconds(40))),
                List.of(new Incident.MinuteCount(29_663_698, 12)),
                new Diagnosis(
                        "resolver-unreachable",
                        Verdict.CONFIRMED,
                        List.of(
                                new Candidate(
                                        "resolver-unreachable",
                                        Verdict.CONFIRMED,
                                        "The zone's resolver refused the SRV query and the reference resolver answered it.",
                                        List.of("dns-srv: refused"),
                                        List.of()),
                                new Candidate(
                                        "srv-record-missing",
                                        Verdict.REFUTED,
                                        "The record exists.",
                                        List.of(),
                                        List.of("dns-srv: answered")))),
                List.of(
                        evidence("tcp", NODE, Outcome.Kind.PASSED, null),
                        evidence("tls", NODE, Outcome.Kind.INCONCLUSIVE, Reason.NO_ANSWER),
                        evidence("dns-srv", null, Outcome.Kind.FAILED, Reason.REFUSED)),
                new Advice(
                        "The resolver 10.0.0.2 of zone eu-west refuses queries, so drivers cannot find the cluster's nodes.",
                        List.of(
                                "On a host of zone eu-west run `nslookup -type=SRV _mongodb._tcp.cluster0.ab1cd.mongodb.net 10.0.0.2`:"
                                        + " a refusal there shows that the resolver, not the cluster, is at fault.",
                                "Restart the resolver on 10.0.0.2, or let the hosts ask another one.",
                                "Until then, services may connect with the standard connection string, which needs no SRV record."),
                        List.of(new Advice.Link(
                                "Connection strings", "manual/reference/connection-string/", "2026-11-22"))),
                List.of(new Sample(
                        "MongoServerSelectionError: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net",
                        "payments",
                        OPENED,
                        new Coordinates("mendline.logs", 3, 812),
                        null,
                        null,
                        null)),
                List.of(new Incident.TimelineEntry(OPENED, TimelineKind.OPENED, Map.of(), null, "opened")),
                OPENED,
                OPENED.plusSeconds(41),
                null,
                1,
                null,
                null,
                null,
                3,
                "9c1d2e7f0a4b5c6d",
                List.of(),
                null,
                List.of(),
                0,
                "1.0.0");
    }

    public static Incident refuted() {
        return Change.of(confirmed())
                .with("id", "77aa01fe")
                .with("target", null)
                .with("site", "service:billing")
                .with("services", List.of("billing", "cart", "ledger", "mail", "orders", "stock"))
                .with("severity", "medium")
                .with("acknowledged", Map.of("by", "dana", "at", OPENED.toString(), "reason", "looking at the proxy"))
                .with(
                        "diagnosis",
                        new Diagnosis(
                                "ip-not-in-access-list",
                                Verdict.REFUTED,
                                List.of(new Candidate(
                                        "ip-not-in-access-list",
                                        Verdict.REFUTED,
                                        "The access list has held 203.0.113.7 since yesterday.",
                                        List.of(),
                                        List.of("atlas-access-list: passed")))))
                .with("advice", new Advice("The evidence rules out every documented cause.", List.of(), List.of()))
                .with("samples", List.of())
                .incident();
    }

    public static Incident resolved() {
        return Change.of(confirmed())
                .with("state", "resolved")
                .with("endedAt", OPENED.plusSeconds(760).toString())
                .with("episodes", 2)
                .with("revision", 9)
                .incident();
    }

    /** All texts by somebody who means harm. */
    public static Incident hostile() {
        String text =
                "<!channel> <@U123> <http://evil|Atlas> ``` *bold* &amp; \u001b[31mred\u001b[0m\u0007\r\n second line"
                        + " \u202egnp.exe\u202c \u2066x\u2069 zero\u200bwidth \u0000 \ud83d";
        return Change.of(confirmed())
                .with("id", "id" + text)
                .with("target", text)
                .with("services", List.of(text, text))
                .with("zones", List.of(text))
                .with(
                        "symptoms",
                        List.of(
                                new SymptomCount(text, Long.MAX_VALUE, OPENED, OPENED),
                                new SymptomCount(text, 1, OPENED, OPENED)))
                .with("acknowledged", Map.of("by", text, "at", OPENED.toString(), "reason", text))
                .with("parent", text)
                .with("mergedInto", text)
                .with(
                        "diagnosis",
                        new Diagnosis(
                                text,
                                Verdict.UNPROVEN,
                                List.of(new Candidate(text, Verdict.UNPROVEN, text, List.of(text), List.of(text)))))
                .with(
                        "advice",
                        new Advice(
                                text,
                                List.of(text, text),
                                List.of(new Advice.Link(text, "//evil.example/\u202e" + text, text))))
                .with("samples", List.of(new Sample(text, text, OPENED, new Coordinates(text, 0, 0), null, null, null)))
                .with("catalog", text)
                .incident();
    }

    /** Everything as long as it may never be: a megabyte of advice, hundreds of everything. */
    public static Incident endless() {
        String megabyte = "<&> a very long word ".repeat(50_000);
        List<String> many = new ArrayList<>();
        List<SymptomCount> symptoms = new ArrayList<>();
        List<Evidence> findings = new ArrayList<>();
        List<Advice.Link> links = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add("<<<<&&&&>>>>".repeat(100) + i);
            symptoms.add(new SymptomCount("<&>".repeat(100) + i, i, OPENED, OPENED));
            findings.add(evidence("p".repeat(100), NODE, Outcome.Kind.FAILED, Reason.UNESCAPED_CREDENTIALS));
            links.add(new Advice.Link("t".repeat(1000), "p".repeat(1000), "2026-11-22"));
        }
        return Change.of(hostile())
                .with("id", "i".repeat(5000))
                .with("services", many)
                .with("zones", many)
                .with("symptoms", symptoms)
                .with("findings", findings)
                .with(
                        "diagnosis",
                        new Diagnosis(
                                "c",
                                Verdict.POSSIBLE,
                                List.of(
                                        new Candidate("c", Verdict.POSSIBLE, megabyte, many, many),
                                        new Candidate(megabyte, Verdict.LIKELY, megabyte, many, many))))
                .with("advice", new Advice(megabyte, many, links))
                .with(
                        "samples",
                        List.of(new Sample(megabyte, megabyte, OPENED, new Coordinates("l", 0, 0), null, null, null)))
                .incident();
    }

    public static Evidence evidence(String probe, Node node, Outcome.Kind outcome, Reason reason) {
        return new Evidence(
                probe,
                node,
                "eu-west",
                outcome,
                reason,
                null,
                OPENED.plusSeconds(20),
                new JournalPosition(3, 99),
                null);
    }

    /** Another incident that differs in named fields. */
    public static final class Change {
        private final ObjectNode tree;

        private Change(Incident from) {
            tree = Json.tree(from);
        }

        public static Change of(Incident from) {
            return new Change(from);
        }

        public Change with(String field, Object value) {
            tree.set(field, Json.tree(Collections.singletonMap("value", value)).get("value"));
            return this;
        }

        public Incident incident() {
            return Json.read(tree.toString(), Incident.class);
        }
    }
}
