package dev.mendline.engine.incident.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident.TimelineEntry;
import dev.mendline.model.incident.TimelineKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTextTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final String SENTENCES = """
            opened            | symptom=no-primary; services=cart | opened by no-primary from cart
            opened            | symptom=no-primary; services=cart, orders; count=5; seconds=12; low=drivers-retry | opened by no-primary from cart, orders (5 times within 12 s); severity is low because drivers retry this error by themselves
            opened            | symptom=connection-spike; services=cart; low=no-complaint | opened by connection-spike from cart; severity is low because no service reports an error
            opened            | cause=resolver; verdict=confirmed; deployments=a.x; candidates=3 | opened because resolver is confirmed for a.x, and 3 deployments may share it
            opened            | - | opened for all that this site cannot track separately
            reopened          | symptom=no-primary; services=cart | reopened by no-primary from cart
            reopened          | cause=resolver; verdict=likely; deployments=a.x; candidates=3 | reopened because resolver is likely for a.x, and 3 deployments may share it
            resolved          | quiet-seconds=300 | resolved: no sighting for 300 s, and no probe fails
            resolved          | reason=restarted | resolved by hand: restarted
            resolved          | - | resolved because it explains no open incident any more
            merged            | into=0a1b; target=a.x | merged into incident 0a1b because its deployment is a.x
            merged-from       | incident=0a1b; services=cart; opened-at=2026-11-22T09:00:00Z; symptom=no-primary | merged incident 0a1b of cart into this one; it was open since 2026-11-22T09:00:00Z, opened by no-primary
            merge-requested   | target=a.x | its deployment is a.x; the incident of a.x is asked to take it over
            not-merged        | target=a.x | not merged into the incident of a.x because lines counted here name other hosts
            acknowledged      | reason=on it | acknowledged: on it
            unacknowledged    | acknowledged-by=dana | no longer acknowledged by dana because the incident reopened
            unacknowledged    | - | no longer acknowledged
            silenced          | until=2026-11-22T11:00:00Z; reason=upgrade | silenced until 2026-11-22T11:00:00Z: upgrade
            unsilenced        | reason=done | no longer silenced: done
            silence-ended     | - | the silence ended
            recheck-requested | why=no-findings | requested a recheck: not possible because there is no finding yet
            recheck-requested | reason=fixed; requested=1; checks=3; skipped=2; no-connection=tls; probed-recently=tcp; seconds=60 | requested a recheck (fixed): 1 of 3 checks; not tcp because that ran within the last 60 s; not tls because no connection opens
            recheck-requested | requested=0; checks=2; answer-pending=tcp; old-lines=tls; probe-limit=uri; per-target=2; per-site=9 | requested a recheck: 0 of 2 checks; not tls because the lines were old when they were read; not tcp because an answer is still outstanding; not uri because the limit of checks a minute is 2 for one deployment and 9 for its site
            feedback          | diagnosis=down; judgement=right | says that the diagnosis down is right
            feedback          | judgement=wrong; cause=firewall; reason=seen | says that the diagnosis is wrong: it was firewall: seen
            command-rejected  | command=silence; why=silence-too-long; hours=24 | silence rejected because the longest silence is 24 h
            probes-requested  | probe=dns-srv; zone=north | requested dns-srv from zone north
            probes-requested  | probe=tcp; nodes=n1:27017, n2:27017; zone=north | requested tcp n1:27017, n2:27017 from zone north
            probes-deferred   | deferred=1; checks=3; why=probe-limit; per-target=2; per-site=9 | deferred 1 of 3 checks because the limit of checks a minute is 2 for one deployment and 9 for its site
            not-probed        | why=target-unknown | not probed because the log lines name no known deployment
            not-probed        | probes=atlas-cluster; why=atlas-not-configured | not probed (atlas-cluster) because no Atlas project is configured for this deployment
            probe-finished    | probe=uri; zone=north; outcome=passed | uri from zone north passed
            probe-finished    | probe=tcp; node=n1:27017; zone=north; outcome=failed; reason=refused; skipped=tls, hello | tcp n1:27017 from zone north failed: refused; not requested: tls, hello, which would only repeat it
            answer-ignored    | probe=tcp; node=n1:27017; zone=north | ignored the answer to tcp n1:27017 from zone north because it came too late
            diagnosis-changed | cause=down; verdict=confirmed | down is confirmed
            diagnosis-changed | cause=down; verdict=possible; why=needs-second-check | down is possible because drivers retry this error, and a second check has to find it too
            symptoms-suppressed | symptoms=no-primary; cause=down | suppressed because down brings them: no-primary
            suppression-ended | symptoms=no-primary | no longer suppressed, counts in full again: no-primary
            counted-in-full   | service=cart; symptom=no-primary | counts in full because cart logs no-primary as an error that drivers do not retry
            not-reopened      | symptom=no-primary; service=cart; why=too-few; noisy-count=3; seconds=60 | not reopened by no-primary from cart because it reopens at 3 sightings within 60 s
            not-resolved      | quiet-seconds=300; probe=tcp; node=n1:27017; zone=north; others=2 | not resolved: no sighting for 300 s, but tcp n1:27017 from zone north fails (other failing checks: 2)
            target-unclear    | deployments=a.x, b.x | deployment unclear because the service talks to a.x, b.x; 'services' of one of these targets in mendline.yaml decides it
            not-tracked       | place=a.x; why=too-many-open; open=20 | not tracked separately: a.x because the site's limit of open incidents is reached (20)
            not-tracked       | places=50 | not tracked separately: more than 50 deployments and services; others are not listed
            tracked           | place=a.x | tracked separately from now on: a.x
            connection-spike  | factor=5; minutes=30; services=3; connections=cart from 4 to 20 | connection spike: at least 5 times the median of the last 30 min in 3 services at once; new connections per minute: cart from 4 to 20
            spike-ignored     | errors=cart from 0 to 9; addresses=3; address-connections=from 9 to 90 | not counted as a connection spike because drivers reconnect after an election; connection errors per minute: cart from 0 to 9; new connections per minute from 3 client addresses: from 9 to 90
            flapping          | times=3; minutes=60 | flapping: reopened 3 times within 60 min; messages are edited, and nobody is notified again
            flapping-ended    | minutes=60 | no longer flapping: not reopened for 60 min
            parent-assigned   | parent=0a1b; cause=resolver | part of incident 0a1b because resolver explains both; it is not posted separately
            parent-removed    | parent=0a1b | no longer part of incident 0a1b
            children-added    | deployments=a.x, b.x | explains a.x, b.x
            child-removed     | deployment=a.x | no longer explains a.x because its own evidence contradicts it
            shortened         | findings=40 | shortened: details of 40 findings are partly left out; the journal has them
            unknown           | some=thing | ''
            """;

    private static TimelineKind kind(String word) {
        return TimelineKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Params params(String text) {
        Params params = Params.NONE;
        for (String each : text.equals("-") ? new String[0] : text.split("; ")) {
            String[] pair = each.split("=", 2);
            params = params.and(pair[0], pair[1]);
        }
        return params;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SENTENCES)
    void a_kind_with_its_parameters_is_one_sentence(String kind, String params, String sentence) {
        assertThat(TimelineText.sentence(kind(kind), params(params))).isEqualTo(sentence);
    }

    @Test
    void the_table_above_has_every_kind() {
        assertThat(SENTENCES
                        .lines()
                        .map(line -> kind(line.substring(0, line.indexOf('|')).strip()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TimelineKind.class))))
                .containsExactly(TimelineKind.values());
    }

    @ParameterizedTest
    @EnumSource
    void a_reason_is_a_clause_of_its_own_words(TimelineReason reason) {
        TreeMap<String, String> all = new TreeMap<>();
        Stream.of("seconds per-target per-site noisy-count open service new buffered into until hours".split(" "))
                .forEach(name -> all.put(name, "7"));

        assertThat(TimelineText.clause(new Params(all).and("why", reason)))
                .isEqualTo(reason.clause.replaceAll("\\{[a-z-]+}", "7"))
                .isNotEqualTo(reason.word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{until}", "[why]", "$1 \\ {@why} ]["})
    void words_of_people_are_taken_as_they_are(String reason) {
        assertThat(TimelineText.sentence(
                        TimelineKind.SILENCED, Params.of("reason", reason).and("until", "11:00")))
                .isEqualTo("silenced until 11:00: " + reason);
    }

    @Test
    void an_entry_of_a_merged_incident_keeps_its_kind_and_who_did_it() {
        TimelineEntry before = TimelineText.of(AT, TimelineKind.ACKNOWLEDGED, Params.of("reason", "on it"), "dana");

        assertThat(TimelineText.carriedOver(AT.plusSeconds(9), before, "0a1b"))
                .isEqualTo(new TimelineEntry(
                        AT.plusSeconds(9),
                        TimelineKind.ACKNOWLEDGED,
                        Map.of("from-incident", "0a1b", "reason", "on it"),
                        "dana",
                        "from 0a1b: acknowledged: on it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'at':'2026-11-22T10:00:00Z','kind':'quite-new','params':{'a':'b'},'by':null,'what':'It happened.'}",
                "{'at':'2026-11-22T10:00:00Z','by':null,'what':'It happened.'}"
            })
    void an_entry_of_another_version_can_be_read(String json) {
        TimelineEntry entry = Json.read(json.replace('\'', '"'), TimelineEntry.class);

        assertThat(entry.kind()).isEqualTo(TimelineKind.UNKNOWN);
        assertThat(entry.what()).isEqualTo("It happened.");
        assertThat(TimelineText.carriedOver(AT, entry, "0a1b").what()).isEqualTo("from 0a1b: It happened.");
    }
}
