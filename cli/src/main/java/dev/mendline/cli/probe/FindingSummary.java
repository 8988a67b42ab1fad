package dev.mendline.cli.probe;

import dev.mendline.model.facts.Facts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Reason;

/** Result of a finding, in a few words. */
final class FindingSummary {
    private FindingSummary() {}

    static String of(Finding finding) {
        Facts facts = finding.facts();
        Reason reason = finding.reason();
        if (reason != null) {
            return finding.outcome().word() + ": " + reason.word() + (facts == null ? "" : facts.failureDetail());
        }
        return facts == null || facts.summary().isEmpty() ? "passed" : facts.summary();
    }
}
