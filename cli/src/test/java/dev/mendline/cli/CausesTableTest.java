package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.catalog.CausePage;
import dev.mendline.cli.catalog.Proof;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of causes is that of the catalog; {@code -Dreadme.update=true} writes it anew. */
class CausesTableTest {
    private static final Path README = Document.ROOT.resolve("README.md");
    private static final String FOLDER = "catalog/src/main/resources/dev/mendline/catalog/";
    private static final String START = "-Dreadme.update=true -->\n";
    private static final String END = "<!-- /causes -->";

    private static String table() {
        return Catalog.builtIn().causes().stream()
                .map(CausesTableTest::row)
                .collect(Collectors.joining(
                        "",
                        "| Cause | What it is | Suggested by | Confirmed by | Documentation |\n|---|---|---|---|---|\n",
                        ""));
    }

    private static String row(Cause cause) {
        return "| [`" + cause.id() + "`](" + FOLDER + "causes/" + cause.id() + ".yaml) | "
                + cell(cause.title()) + " | "
                + cause.symptoms().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")) + " | "
                + Proof.words(cause) + " | "
                + cause.pages().stream()
                        .map(page -> "[" + cell(page.title()) + "](" + CausePage.DOCS + page.path() + ")")
                        .collect(Collectors.joining(", "))
                + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    @Test
    void the_table_of_causes_is_that_of_the_catalog() throws IOException {
        String text = Files.readString(README);
        int start = text.indexOf(START) + START.length();
        int end = text.indexOf(END);
        assertThat(start).isGreaterThan(START.length()).isLessThanOrEqualTo(end);
        if (Boolean.getBoolean("readme.update")) {
            text = text.substring(0, start) + table() + text.substring(end);
            Files.writeString(README, text);
            end = text.indexOf(END);
        }

        assertThat(text.substring(start, end))
                .as("the table of causes in README.md; renew it with -Dreadme.update=true")
                .isEqualTo(table());
    }
}
