package dev.mendline.cli.probe;

import dev.mendline.cli.output.LiveLine;
import dev.mendline.cli.output.Output;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.terminal.TerminalLayout;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A probing as a person at a terminal sees it: a line per result as it comes, then what to make of it. */
final class ProbeScreen implements Stages.Audience {
    private static final int NAME = 11;

    private final PrintStream out;
    private final LiveLine live = new LiveLine();
    private final boolean results;
    private final boolean verbose;
    private final String zone;

    /**
     * @param results whether they are printed; else only what is going on shows
     * @param verbose whether transcripts stand below what passed as well
     * @param zone from which it is normally looked; another one is named
     */
    ProbeScreen(PrintStream out, boolean results, boolean verbose, String zone) {
        this.out = out;
        this.results = results;
        this.verbose = verbose;
        this.zone = zone;
    }

    @Override
    public void asking(String probe, List<Node> nodes) {
        live.asking(probe, nodes);
    }

    @Override
    public synchronized void seen(Finding finding) {
        live.erase();
        if (!results) {
            return;
        }
        String elsewhere = finding.vantage().zone().equals(zone)
                ? ""
                : " from zone " + finding.vantage().zone();
        out.println(mark(finding.outcome()) + " " + name(finding.probe())
                + (finding.node() == null ? "" : finding.node() + "  ") + FindingSummary.of(finding) + elsewhere + "  ("
                + finding.millis() + " ms)");
        if (verbose || finding.reason() != null) {
            finding.transcript().forEach(line -> out.println("    " + line));
        }
    }

    private static String name(String probe) {
        return probe + " ".repeat(Math.max(2, NAME + 2 - probe.length()));
    }

    private static String mark(Outcome.Kind outcome) {
        return switch (outcome) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case INCONCLUSIVE -> "?";
        };
    }

    /** Prints the stages that were not tried, one line for each reason. */
    void leftOut(List<Stages.NotTried> notTried) {
        live.erase();
        Map<String, String> probes = new LinkedHashMap<>();
        notTried.forEach(each -> probes.merge(each.why(), each.probe(), (some, more) -> some + ", " + more));
        probes.forEach((why, names) -> out.println("– " + name(names) + "not tried: " + why));
    }

    /** Verdict, why, what to do; the last thing on the screen. */
    void conclude(String target, Stages stages, Optional<Incident> incident) {
        out.println();
        hints(stages).forEach(hint -> out.println(hint + "\n"));
        // That a suspicion is ruled out is no answer where a stage failed.
        boolean answered = incident.filter(each -> each.diagnosis().verdict() != Verdict.REFUTED || stages.passed())
                .isPresent();
        if (answered) {
            out.print(new TerminalLayout(Output.terminal()).advice(Message.of(incident.orElseThrow())));
        } else if (stages.passed()) {
            out.println("Nothing is wrong with the way to " + target + " as far as these probes see.");
        } else {
            out.println("It could not be told what is wrong with " + target + "; what was seen stands above.");
        }
    }

    private static Stream<String> hints(Stages stages) {
        Stream<String> networks = stages.findings().stream()
                .flatMap(finding -> finding.refusals().stream())
                .filter(refusal -> refusal.why() == GuardRefusal.Why.ADDRESS_NOT_PUBLIC)
                .map(GuardRefusal::subject)
                .map(address -> "--allow-network " + address + (address.contains(":") ? "/128" : "/32"))
                .distinct();
        List<String> options = networks.toList();
        Stream<String> allow = options.isEmpty()
                ? Stream.of()
                : Stream.of("An address that is not on the public internet is probed when you say so: "
                        + String.join(" ", options));
        Stream<String> plain = stages.findings().stream()
                        .anyMatch(
                                finding -> finding.reason() == Reason.NOT_TLS || finding.reason() == Reason.TLS_CLOSED)
                ? Stream.of("A deployment that is meant to speak no TLS: give its connection string,"
                        + " mongodb://HOST:PORT/ (or ?tls=false).")
                : Stream.of();
        return Stream.concat(allow, plain);
    }
}
