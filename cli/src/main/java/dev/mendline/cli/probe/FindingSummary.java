package dev.mendline.cli.probe;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.IcmpFacts;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a finding came to, in a few words. */
final class FindingSummary {
    private FindingSummary() {}

    static String of(Finding finding) {
        Reason reason = finding.reason();
        String facts = facts(finding.facts());
        if (reason == null) {
            return facts.isEmpty() ? "passed" : facts;
        }
        return finding.outcome().word() + ": " + reason.word() + alert(finding.facts()) + code(finding);
    }

    private static String alert(@Nullable Facts facts) {
        return facts instanceof TlsFacts tls && tls.alert() != null ? " " + tls.alert() : "";
    }

    private static String code(Finding finding) {
        Integer code = Symptoms.code(finding);
        return code == null ? "" : " (code " + code + ")";
    }

    private static String facts(@Nullable Facts facts) {
        if (facts instanceof SrvFacts srv) {
            return srv.nodes().size() + (srv.nodes().size() == 1 ? " node" : " nodes");
        }
        if (facts instanceof TxtFacts txt) {
            return txt.options().isEmpty() ? "no options" : String.join("&", txt.options());
        }
        if (facts instanceof HostFacts host) {
            return String.join(", ", host.addresses());
        }
        return facts instanceof TcpFacts tcp ? opened(tcp.attempts()) : ofNode(facts);
    }

    private static String opened(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.status() == Reason.ANSWERED)
                .map(attempt -> attempt.address() + " open")
                .collect(Collectors.joining(", "));
    }

    private static String ofNode(@Nullable Facts facts) {
        if (facts instanceof TlsFacts tls) {
            return tls.protocol()
                    + (tls.chain().isEmpty()
                            ? ""
                            : ", valid until " + day(tls.chain().get(0).notAfter()));
        }
        if (facts instanceof HelloFacts hello) {
            return hello.role().word() + (hello.setName() == null ? "" : " of " + hello.setName());
        }
        if (facts instanceof AuthFacts auth) {
            return "logged in" + (auth.mechanism() == null ? "" : " by " + auth.mechanism());
        }
        if (facts instanceof ConnectionsFacts connections) {
            return connections.percent() + " % of connections in use (" + connections.current() + " open, "
                    + connections.available() + " free)";
        }
        return facts instanceof IcmpFacts ? "answered" : "";
    }

    private static String day(String instant) {
        int t = instant.indexOf('T');
        return t < 0 ? instant : instant.substring(0, t);
    }
}
