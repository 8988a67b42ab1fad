package dev.mendline.cli.probe;

import dev.mendline.cli.output.Output;
import dev.mendline.model.facts.Facts;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Screen of a person who probes: one line per result as it comes, then the conclusion. */
final class ProbeScreen {
    private static final int NAME = 11;
    private static final int WIDTH = 78;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean live = Output.progress();
    private final boolean results;
    private final boolean verbose;
    private final String zone;
    private boolean drawn;

    /**
     * @param results true to print the results; otherwise only the progress is shown
     * @param verbose true to print the transcripts of passed probes too
     * @param zone usual zone; only other zones are named
     */
    ProbeScreen(PrintStream out, boolean results, boolean verbose, String zone) {
        this.out = out;
        this.results = results;
        this.verbose = verbose;
        this.zone = zone;
    }

    /** Draws a line on standard error that is erased before anything else is printed; only on a terminal. */
    synchronized void asking(String probe, List<Node> nodes) {
        if (live) {
            String where = nodes.isEmpty() ? "" : " " + nodes.get(0);
            String more = nodes.size() > 1 ? " and " + (nodes.size() - 1) + " more" : "";
            String line = "probing " + probe + where + more + " …";
            System.err.print(ERASE + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
            System.err.flush();
            drawn = true;
        }
    }

    private void erase() {
        if (drawn) {
            System.err.print(ERASE);
            System.err.flush();
            drawn = false;
        }
    }

    synchronized void seen(Finding finding) {
        erase();
        if (!results) {
            return;
        }
        String elsewhere = finding.vantage().zone().equals(zone)
                ? ""
                : " from zone " + finding.vantage().zone();
        out.println(mark(finding.outcome()) + " " + name(finding.probe())
                + (finding.node() == null ? "" : finding.node() + "  ") + summary(finding) + elsewhere + "  ("
                + finding.millis() + " ms)");
        if (verbose || finding.reason() != null) {
            finding.transcript().forEach(line -> out.println("    " + line));
        }
    }

    /** Returns the result in a few words. */
    private static String summary(Finding finding) {
        Facts facts = finding.facts();
        if (finding.reason() != null) {
            String detail = facts == null ? "" : facts.failureDetail();
            return finding.outcome().word() + ": " + finding.reason().word() + detail;
        }
        return facts == null || facts.summary().isEmpty() ? "passed" : facts.summary();
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
    private void leftOut(List<Stages.NotTried> notTried) {
        Map<Obstacle, String> probes = new LinkedHashMap<>();
        notTried.forEach(each -> probes.merge(each.obstacle(), each.probe(), (some, more) -> some + ", " + more));
        probes.forEach((obstacle, names) -> out.println("– " + name(names) + "not tried: " + obstacle.words()));
    }

    /** Prints the stages that were not tried, the verdict, the reason and the advice. */
    void conclude(String target, Stages stages, Optional<Incident> incident) {
        erase();
        leftOut(stages.notTried());
        out.println();
        hints(stages).forEach(hint -> out.println(hint + "\n"));
        // A refuted suspicion explains nothing if a stage failed.
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

    private static List<String> hints(Stages stages) {
        List<String> hints = new ArrayList<>();
        String options = stages.findings().stream()
                .flatMap(finding -> finding.refusals().stream())
                .filter(refusal -> refusal.why() == GuardRefusal.Why.ADDRESS_NOT_PUBLIC)
                .map(GuardRefusal::subject)
                .map(address -> " --allow-network " + address + (address.contains(":") ? "/128" : "/32"))
                .distinct()
                .collect(Collectors.joining());
        if (!options.isEmpty()) {
            hints.add("An address that is not on the public internet is probed when you say so:" + options);
        }
        if (stages.findings().stream()
                .anyMatch(finding -> finding.reason() == Reason.NOT_TLS || finding.reason() == Reason.TLS_CLOSED)) {
            hints.add("A deployment that is meant to speak no TLS: give its connection string,"
                    + " mongodb://HOST:PORT/ (or ?tls=false).");
        }
        return hints;
    }
}
