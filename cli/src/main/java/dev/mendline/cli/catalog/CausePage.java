package dev.mendline.cli.catalog;

import dev.mendline.cli.output.Page;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.condition.Condition;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.SharedScope;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Page with all details of a cause. Placeholders are not filled in. */
public record CausePage(
        String id,
        String title,
        Severity severity,
        String file,
        boolean ships,
        List<String> symptoms,
        List<String> probes,
        List<String> elsewhere,
        List<Rule> confirm,
        List<Rule> suggest,
        List<Rule> refute,
        Advice advice,
        List<String> mutes,
        @Nullable SharedScope shared) {
    public static final String DOCS = "https://www.mongodb.com/docs/";

    /** Condition and the sentence that explains it. */
    record Rule(String when, String because, List<String> probes) {
        static List<Rule> of(List<Condition> conditions) {
            return conditions.stream()
                    .map(each -> new Rule(each.when(), each.because(), each.probes()))
                    .toList();
        }
    }

    static CausePage of(Catalog catalog, Cause cause) {
        SourceFile file = catalog.causeFile(cause.id()).orElseThrow();
        return new CausePage(
                cause.id(),
                cause.title(),
                cause.severity(),
                file.name(),
                file.ships(),
                cause.symptoms(),
                cause.probes(),
                cause.elsewhere(),
                Rule.of(cause.conditions().confirm()),
                Rule.of(cause.conditions().suggest()),
                Rule.of(cause.conditions().refute()),
                new Advice(
                        cause.guidance().summary(),
                        cause.guidance().steps(),
                        cause.guidance().pages()),
                cause.mutes(),
                cause.shared());
    }

    void print(PrintStream out) {
        Page page = new Page(out);
        page.head(id, "cause", severity);
        page.line(title);
        page.line(ships ? "Ships with Mendline: " + file : "Yours: " + file);
        page.section("Suggested by", symptoms);
        page.section(
                "Probes",
                probes.stream()
                        .map(probe -> elsewhere.contains(probe) ? probe + " (also from the reference zone)" : probe)
                        .toList());
        rules(page, "Confirmed when", confirm);
        rules(page, "Likely when", suggest);
        rules(page, "Ruled out when", refute);
        page.section("Suppresses if confirmed", mutes);
        page.section("Shared by all incidents of a", shared == null ? List.of() : List.of(shared.word()));
        page.section("What to do", List.of(advice.summary()));
        for (int i = 0; i < advice.steps().size(); i++) {
            page.numbered(i + 1, advice.steps().get(i));
        }
        page.section(
                "Documentation",
                advice.links().stream()
                        .map(link -> link.title() + ": " + DOCS + link.path() + " (read " + link.read() + ")")
                        .toList());
    }

    private static void rules(Page page, String heading, List<Rule> rules) {
        page.section(heading);
        if (rules.isEmpty()) {
            page.item("–");
        }
        for (Rule rule : rules) {
            page.item(rule.because());
            page.detail(rule.when());
        }
    }
}
