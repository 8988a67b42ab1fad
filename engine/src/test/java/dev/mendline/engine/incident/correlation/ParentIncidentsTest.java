package dev.mendline.engine.incident.correlation;

import static dev.mendline.engine.incident.Deployments.said;
import static dev.mendline.engine.incident.Deployments.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Deployments;
import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.Sightings;
import dev.mendline.engine.incident.SmallCatalog;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.state.SizeLimiter;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.SharedScope;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several deployments that share a cause are told as one incident, which lives as long as one of them does. */
class ParentIncidentsTest {
    private final Deployments all =
            new Deployments("{resolution: {quiet: 1m}}", Deployments.RESOLVER, Deployments.PASSWORD);

    private void three() {
        all.trouble(1);
        all.trouble(2);
        all.refused(3);
    }

    @Test
    void it_opens_at_the_third_that_may_share_what_is_confirmed_for_one() {
        all.refused(1);
        all.trouble(2);
        assertThat(all.parents()).isEmpty();
        assertThat(all.of(1).shared()).isEqualTo(SharedScope.ZONE);

        all.trouble(3);

        Incident parent = all.parent();
        assertThat(parent.site()).isEqualTo("zone:local");
        assertThat(parent.target()).isNull();
        assertThat(parent.services()).containsExactly("service-1", "service-2", "service-3");
        assertThat(parent.zones()).containsExactly("local");
        assertThat(parent.severity()).isEqualTo(Severity.HIGH);
        assertThat(parent.symptoms()).singleElement().extracting("count").isEqualTo(3L);
        assertThat(parent.diagnosis().leading()).isEqualTo("resolver");
        assertThat(parent.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(parent.diagnosis().candidates().get(0).because())
                .isEqualTo("The resolver does not answer for " + target(1) + ".");
        assertThat(parent.findings()).singleElement().extracting("reason").isEqualTo(Reason.REFUSED);
        assertThat(parent.advice().summary())
                .isEqualTo(
                        "Mend it. 3 deployments are struck: " + target(1) + ", " + target(2) + ", " + target(3) + ".");
        assertThat(parent.children())
                .containsExactly(
                        new Incident.Child(all.of(1).id(), target(1)),
                        new Incident.Child(all.of(2).id(), target(2)),
                        new Incident.Child(all.of(3).id(), target(3)));
        assertThat(said(parent))
                .containsExactly(
                        "opened {candidates=3, cause=resolver, deployments=" + target(1) + ", verdict=confirmed}",
                        "children-added {deployments=" + target(1) + ", " + target(2) + ", " + target(3) + "}");
        for (int i = 1; i <= 3; i++) {
            assertThat(all.of(i).parent()).isEqualTo(parent.id());
            assertThat(said(all.of(i))).endsWith("parent-assigned {cause=resolver, parent=" + parent.id() + "}");
        }
    }

    @Test
    void suspicion_alone_opens_none_and_nothing_is_shared_by_fewer_than_are_configured() {
        for (int i = 1; i <= 5; i++) {
            all.trouble(i);
        }
        assertThat(all.parents()).isEmpty();
        Deployments two = new Deployments("{correlation: {shared-from: 2}}", Deployments.RESOLVER);
        two.refused(1);
        two.trouble(2);
        assertThat(two.parents()).hasSize(1);
    }

    @Test
    void whoever_comes_later_joins_at_once_and_is_counted_within_ten_seconds() {
        three();
        int revision = all.parent().revision();

        for (int i = 4; i <= 60; i++) {
            all.trouble(i);
            assertThat(all.of(i).parent()).isEqualTo(all.parent().id());
        }

        assertThat(all.parents()).hasSize(1);
        assertThat(all.desk.published).filteredOn(all.parent()::equals).isEmpty();
        all.desk.pass(Duration.ofSeconds(10));
        Incident parent = all.parent();
        assertThat(parent.revision()).isEqualTo(revision + 1);
        assertThat(parent.children()).hasSize(Incident.MAX_CHILDREN);
        assertThat(parent.moreChildren()).isEqualTo(10);
        assertThat(parent.advice().summary())
                .endsWith(" 60 deployments are struck: " + target(1) + ", " + target(2) + ", " + target(3)
                        + " and 57 more.");
        assertThat(Json.bytes(parent)).hasSizeLessThanOrEqualTo(SizeLimiter.MAX_BYTES);
    }

    @Test
    void whom_something_else_explains_is_let_go() {
        three();
        all.passed(1, "dns-srv");
        all.failed(2, "uri", Reason.BAD_SYNTAX);

        assertThat(all.of(1).diagnosis().leading()).isEqualTo("zz-own");
        assertThat(all.of(1).parent()).isNull();
        assertThat(all.of(2).parent()).isNull();
        assertThat(said(all.of(2)))
                .endsWith("parent-removed {parent=" + all.parent().id() + "}");
        assertThat(all.desk.last().id())
                .as("told with its next revision")
                .isEqualTo(all.of(2).id());
        assertThat(all.of(3).parent()).isEqualTo(all.parent().id());
        all.desk.pass(Duration.ofSeconds(10));
        assertThat(all.parent().children()).extracting("target").containsExactly(target(3));
        assertThat(all.parent().advice().summary()).endsWith(" 1 deployment is struck: " + target(3) + ".");
        assertThat(said(all.parent()))
                .endsWith(
                        "child-removed {deployment=" + target(1) + "}", "child-removed {deployment=" + target(2) + "}");
    }

    @Test
    void it_is_over_when_all_of_them_are_and_comes_back_with_them() {
        three();
        String id = all.parent().id();
        all.passed(1, "dns-srv");
        all.passed(2, "dns-srv");
        all.passed(1, "uri");
        all.passed(2, "uri");
        all.passed(3, "uri");
        all.desk.passUntilAskedAgain();
        all.passed(3, "dns-srv");
        all.desk.pass(Duration.ofMinutes(2));

        assertThat(all.of(3).state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(all.of(3).parent()).isEqualTo(id);
        assertThat(all.parent().state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(all.parent().children()).extracting("target").containsExactly(target(3));
        assertThat(all.desk.state(Deployments.ZONE).claims()).isEmpty();
        assertThat(all.desk.state(Deployments.ZONE).needsTicks()).isFalse();

        three();
        assertThat(all.parent().id()).isEqualTo(id);
        assertThat(all.parent().episodes()).isEqualTo(2);
        assertThat(all.parent().state()).isEqualTo(Incident.State.OPEN);
        assertThat(all.of(1).parent()).isEqualTo(id);
        assertThat(all.parent().children()).hasSize(3);
    }

    @Test
    void after_the_window_a_new_one_names_the_one_before() {
        three();
        String id = all.parent().id();
        for (int i = 1; i <= 3; i++) {
            all.resolve(all.of(i));
        }
        assertThat(all.parent().state()).isEqualTo(Incident.State.RESOLVED);
        all.desk.pass(Duration.ofMinutes(31));

        three();

        assertThat(all.parent().id()).isNotEqualTo(id);
        assertThat(all.parent().previous()).isEqualTo(id);
        assertThat(all.parents()).hasSize(1);
    }

    @Test
    void a_claim_that_comes_twice_changes_nothing() {
        three();
        all.passed(1, "dns-srv");
        SiteState before = all.desk.state(Deployments.ZONE);
        int published = all.desk.published.size();

        List.copyOf(all.desk.written).stream()
                .filter(record -> record.site().equals(all.of(3).site()) || record.equals(all.claim(1)))
                .forEach(all.desk::read);
        all.desk.read(all.claim(2));
        all.desk.read(all.claim(3));

        assertThat(all.desk.state(Deployments.ZONE)).isEqualTo(before);
        assertThat(all.desk.published).hasSize(published);
    }

    @Test
    void what_is_meant_for_an_earlier_episode_comes_too_late() {
        three();
        List<JournalRecord> told = all.desk.written.stream()
                .filter(record -> record.site().equals(all.of(1).site()))
                .toList();
        assertThat(told).isNotEmpty();
        for (int i = 1; i <= 3; i++) {
            all.resolve(all.of(i));
        }
        all.trouble(1);
        assertThat(all.of(1).parent()).isNull();

        told.forEach(all.desk::read);

        assertThat(all.of(1).parent()).isNull();
    }

    @Test
    void people_take_it_and_end_it_but_have_its_children_looked_at_anew() {
        three();
        String id = all.parent().id();
        all.desk.read(command("a", Command.Kind.ACKNOWLEDGE));
        all.desk.read(command("b", Command.Kind.RECHECK));
        assertThat(all.parent().acknowledged()).isNotNull();
        assertThat(all.desk.refusals)
                .containsExactly("recheck: the incident stands for others, which can be rechecked one by one");

        all.resolve(all.parent());
        all.desk.pass(Duration.ofSeconds(20));
        assertThat(all.parent().state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(all.of(1).parent())
                .as("nobody is called for what a person ended")
                .isEqualTo(id);

        all.trouble(4);
        assertThat(all.parent().state()).isEqualTo(Incident.State.OPEN);
        assertThat(all.parent().children()).hasSize(4);
    }

    private Command command(String name, Command.Kind kind) {
        Incident parent = all.parent();
        return new Command(name, parent.site(), parent.id(), kind, "dana", "on it", null, null, null);
    }

    @Test
    void a_better_verdict_of_a_child_is_the_parents_too() {
        all.trouble(1);
        all.trouble(2);
        all.trouble(3);
        all.failed(1, "dns-srv", Reason.TIMED_OUT);
        assertThat(all.parent().diagnosis().verdict()).isEqualTo(Verdict.LIKELY);

        all.failed(2, "dns-srv", Reason.REFUSED);

        assertThat(all.parent().diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(all.desk.published).filteredOn(all.parent()::equals).hasSize(1);
        assertThat(all.parent().findings()).extracting("reason").containsExactly(Reason.REFUSED);
    }

    @Test
    void what_drivers_retry_and_what_was_old_claims_nothing() {
        all.retried(1);
        all.retried(2);
        all.desk.log(
                "service-4",
                "Trouble at node c-shard-00-00." + Deployments.site(4) + ":27017",
                all.desk.now().minus(Duration.ofHours(1)));
        all.refused(3);

        assertThat(all.parents()).isEmpty();
        assertThat(all.claim(1).suspicions()).isEmpty();
        assertThat(all.desk.written).noneMatch(record -> Json.text(record).contains(target(4)));
    }

    @Test
    void a_project_shares_too_and_its_claims_are_told_only_while_something_may_be() {
        Deployments one = new Deployments("{}", SmallCatalog.cause("listed", """
                probes: [dns-srv]
                shared: project
                confirm:
                  - when: dns_srv.exists(f, f.reason == reason.refused)
                    because: Not on the list.
                refute:
                  - when: dns_srv.exists(f, f.outcome == outcome.passed)
                    because: On the list.
                """));
        for (String name : List.of("a", "b", "d")) {
            one.desk.read(Sightings.of("trouble", name + "." + Desk.SITE, "orders", 1, one.desk.now()));
        }
        one.desk.failed(one.desk.requests.get(0), Reason.REFUSED, null);

        assertThat(one.desk.state("project:" + Desk.SITE).published())
                .singleElement()
                .satisfies(parent -> assertThat(parent.children()).hasSize(3));
        one.desk.passed(one.desk.requests.get(1), null);
        assertThat(one.desk.state("project:" + Desk.SITE).claims()).hasSize(2);
        assertThat(one.desk.state().published())
                .filteredOn(incident -> incident.parent() == null)
                .extracting(Incident::target)
                .containsExactly("b." + Desk.SITE);
    }

    @Test
    void five_hundred_are_kept_and_each_hears_little_of_the_others() {
        for (int i = 1; i <= 510; i++) {
            all.trouble(i, "orders");
        }
        SiteState zone = all.desk.state(Deployments.ZONE);
        assertThat(zone.claims()).hasSize(Bounds.STANDING_CLAIMS);
        assertThat(zone.bytes()).hasSizeLessThan(400_000);
        assertThat(all.desk.written)
                .filteredOn(record -> record.site().equals(Deployments.site(1)))
                .as("told at 1, 2, 3, 5, 10, 20, 50, 100, 200")
                .hasSize(9);
    }
}
