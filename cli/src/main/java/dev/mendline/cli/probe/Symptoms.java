package dev.mendline.cli.probe;

import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an application would have logged for what a probe saw: ids of symptoms. */
final class Symptoms {
    /** RFC 8446 section 6: internal_error. */
    private static final int INTERNAL_ERROR = 80;

    private static final Set<Integer> OVERLOADED = Set.of(433, 449, 202, 262, 402);
    private static final Set<Integer> NO_PRIMARY = Set.of(10107, 13435, 11602, 189);
    private static final Set<HelloFacts.Role> MEMBERS =
            Set.of(HelloFacts.Role.SECONDARY, HelloFacts.Role.ARBITER, HelloFacts.Role.OTHER);

    private static final Map<Reason, String> CONNECTION = Map.ofEntries(
            Map.entry(Reason.REFUSED, "connection-refused"),
            Map.entry(Reason.TIMED_OUT, "connection-timeout"),
            Map.entry(Reason.UNREACHABLE, "connection-timeout"),
            Map.entry(Reason.RESET, "connection-reset"),
            Map.entry(Reason.TLS_CLOSED, "tls-closed"),
            Map.entry(Reason.TLS_ALERT, "tls-failure"),
            Map.entry(Reason.NOT_TLS, "tls-failure"),
            Map.entry(Reason.OLD_PROTOCOL, "tls-failure"),
            Map.entry(Reason.UNTRUSTED, "tls-failure"),
            Map.entry(Reason.SELF_SIGNED, "tls-failure"),
            Map.entry(Reason.EXPIRED, "tls-failure"),
            Map.entry(Reason.NOT_YET_VALID, "tls-failure"),
            Map.entry(Reason.WRONG_NAME, "tls-failure"),
            Map.entry(Reason.TOO_MANY_CONNECTIONS, "too-many-connections"),
            Map.entry(Reason.INCOMPATIBLE, "driver-incompatible"),
            Map.entry(Reason.AUTHENTICATION_FAILED, "auth-failed"),
            Map.entry(Reason.NOT_AUTHORIZED, "not-authorized"));

    private Symptoms() {}

    /** Empty for a pass, for what could not be looked at, and where no documented error fits. */
    static Optional<String> of(Finding finding) {
        Reason reason = finding.reason();
        if (finding.outcome() != Outcome.Kind.FAILED || reason == null) {
            return Optional.empty();
        }
        boolean missing = reason == Reason.NXDOMAIN || reason == Reason.NODATA;
        return switch (finding.probe()) {
            case "uri" ->
                Optional.of(reason == Reason.UNESCAPED_CREDENTIALS ? "uri-unescaped-credentials" : "uri-malformed");
            case "dns-srv", "dns-txt" ->
                Optional.of(lost(finding.facts()) ? "srv-failed" : missing ? "srv-not-found" : seedList(reason));
            case "dns-host" -> Optional.of(missing ? "host-not-found" : "host-lookup-failed");
            case "icmp" -> Optional.empty();
            default -> byCode(finding).or(() -> Optional.ofNullable(CONNECTION.get(reason)));
        };
    }

    /** The resolver is there: what is refused is TCP alone. */
    private static boolean lost(@Nullable Facts facts) {
        return facts instanceof SrvFacts srv && srv.differences().contains(Difference.LARGE_ANSWER_LOST);
    }

    private static String seedList(Reason reason) {
        return switch (reason) {
            case REFUSED -> "srv-refused";
            case BAD_TXT, OUTSIDE_PARENT -> "uri-malformed";
            default -> "srv-failed";
        };
    }

    private static Optional<String> byCode(Finding finding) {
        if (finding.facts() instanceof TlsFacts tls
                && Integer.valueOf(INTERNAL_ERROR).equals(tls.alert())) {
            return Optional.of("tls-internal-error");
        }
        Integer code = code(finding);
        if (code == null) {
            return Optional.empty();
        }
        return OVERLOADED.contains(code)
                ? Optional.of("overloaded")
                : NO_PRIMARY.contains(code) ? Optional.of("no-primary") : Optional.empty();
    }

    /** The server's error code; null when it sent none. */
    static @Nullable Integer code(Finding finding) {
        if (finding.facts() instanceof HelloFacts hello) {
            return hello.code();
        }
        if (finding.facts() instanceof AuthFacts auth) {
            return auth.code();
        }
        return finding.facts() instanceof ConnectionsFacts connections ? connections.code() : null;
    }

    /** Whether the members that answered are of one mind: there is no primary to write to. */
    static boolean noPrimary(List<Finding> findings) {
        List<HelloFacts> answers = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.Kind.PASSED)
                .map(Finding::facts)
                .filter(HelloFacts.class::isInstance)
                .map(HelloFacts.class::cast)
                .toList();
        return !answers.isEmpty()
                && answers.stream().allMatch(each -> MEMBERS.contains(each.role()) && each.primary() == null);
    }
}
