package dev.mendline.cli;

import dev.mendline.model.Attempt;
import dev.mendline.model.AuthFacts;
import dev.mendline.model.ConnectionsFacts;
import dev.mendline.model.Facts;
import dev.mendline.model.Finding;
import dev.mendline.model.HelloFacts;
import dev.mendline.model.HostFacts;
import dev.mendline.model.IcmpFacts;
import dev.mendline.model.Reason;
import dev.mendline.model.SrvFacts;
import dev.mendline.model.TcpFacts;
import dev.mendline.model.TlsFacts;
import dev.mendline.model.TxtFacts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a finding came to, in a few words. */
final class Gist {
    private Gist() {}

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
