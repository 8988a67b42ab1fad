package dev.mendline.cli;

import static java.util.stream.Collectors.joining;

import dev.mendline.cli.catalog.EntryPages;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.condition.Condition;
import dev.mendline.model.incident.Severity;
import java.util.List;
import java.util.Locale;

/** Page in Markdown with every symptom and cause of a catalog. */
final class CatalogReference {
    private static final String FOLDER = "../catalog/src/main/resources/dev/mendline/catalog/";
    private static final String HEAD = """
            <!-- Generated from the catalog. Do not edit; write it again with
                 mvn -pl cli -am test -Dtest=CatalogReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true -->

            # Catalog reference

            A symptom is what a log line shows. A cause explains it. Probes tell the causes of a symptom apart. Words in
            braces, such as `{target}`, are replaced by what was observed. `./mendline catalog show ID` prints everything
            about one entry, with its conditions.

            """;

    private final Catalog catalog;
    private final StringBuilder page = new StringBuilder(HEAD);

    private CatalogReference(Catalog catalog) {
        this.catalog = catalog;
    }

    static String of(Catalog catalog) {
        CatalogReference reference = new CatalogReference(catalog);
        reference.symptoms();
        reference.overview();
        catalog.causes().forEach(reference::cause);
        return reference.page.toString().stripTrailing() + "\n";
    }

    private void symptoms() {
        page.append(
                "## Symptoms\n\n| Symptom | What the text shows | Severity | Possible causes |\n|---|---|---|---|\n");
        catalog.symptoms()
                .forEach(symptom -> row(
                        link(symptom.id(), "symptoms"),
                        text(symptom.title()),
                        severity(symptom.severity()),
                        causes(symptom)));
    }

    private String causes(Symptom symptom) {
        return catalog.suspects(List.of(symptom.id())).stream()
                .map(cause -> "[`" + cause.id() + "`](#" + cause.id() + ")")
                .collect(joining(", "));
    }

    private void overview() {
        page.append("\n## Causes\n\nA dash means that nothing confirms the cause yet: it is *likely* at best.\n\n"
                + "| Cause | What it is | Severity | Confirmed by |\n|---|---|---|---|\n");
        catalog.causes()
                .forEach(cause -> row(
                        "[`" + cause.id() + "`](#" + cause.id() + ")",
                        text(cause.title()),
                        severity(cause.severity()),
                        EntryPages.words(EntryPages.confirmedBy(cause))));
    }

    private void cause(Cause cause) {
        page.append("\n### ")
                .append(cause.id())
                .append("\n\n")
                .append(text(cause.title()))
                .append(".\n\n");
        item(
                "Symptoms",
                cause.symptoms().stream().map(id -> link(id, "symptoms")).collect(joining(", ")));
        item("Probes", cause.probes().stream().map(id -> "`" + id + "`").collect(joining(", ")));
        item("Severity", severity(cause.severity()));
        item("File", link(cause.id(), "causes"));
        conditions("Confirmed if", cause.conditions().confirm());
        conditions("Likely if", cause.conditions().suggest());
        conditions("Ruled out if", cause.conditions().refute());
        page.append('\n').append(text(cause.guidance().summary())).append("\n\n");
        for (int i = 0; i < cause.guidance().steps().size(); i++) {
            step(i + 1, cause.guidance().steps().get(i));
        }
        String pages = cause.guidance().pages().stream()
                .map(each -> "[" + text(each.title()) + "](" + EntryPages.DOCS + each.path() + ")")
                .collect(joining(", "));
        page.append(pages.isEmpty() ? "" : "\nDocumentation: " + pages + "\n");
    }

    private void conditions(String heading, List<Condition> conditions) {
        if (!conditions.isEmpty()) {
            page.append("- ").append(heading).append(":\n");
            conditions.stream()
                    .map(Condition::because)
                    .distinct()
                    .forEach(
                            because -> page.append("  - ").append(text(because)).append('\n'));
        }
    }

    /** Writes a step; what follows its first line are commands. */
    private void step(int number, String step) {
        List<String> lines = step.lines().toList();
        page.append(number).append(". ").append(text(lines.get(0))).append('\n');
        if (lines.size() > 1) {
            page.append("\n   ```\n");
            lines.stream()
                    .skip(1)
                    .forEach(line -> page.append("   ").append(line).append('\n'));
            page.append("   ```\n\n");
        }
    }

    private void item(String name, String content) {
        page.append(content.isEmpty() ? "" : "- " + name + ": " + content + "\n");
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String link(String id, String folder) {
        return "[`" + id + "`](" + FOLDER + folder + "/" + id + ".yaml)";
    }

    private static String severity(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Escapes what Markdown would take for markup. */
    private static String text(String plain) {
        return plain.replaceAll("[\\\\`*_\\[\\]<|]", "\\\\$0");
    }
}
