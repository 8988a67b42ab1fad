package dev.mendline.cli.catalog;

import dev.mendline.cli.output.Page;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Example;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.NearMiss;
import dev.mendline.engine.catalog.SourceFile;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Page with all details of a hint. */
record HintPage(
        String id,
        String title,
        HintText.Kind tells,
        String file,
        boolean ships,
        List<Map<String, @Nullable Object>> signatures,
        List<Example> examples,
        List<NearMiss> nearMisses) {
    static HintPage of(Catalog catalog, HintText hint) {
        SourceFile file = catalog.hintFile(hint.id()).orElseThrow();
        return new HintPage(
                hint.id(),
                hint.title(),
                hint.tells(),
                file.name(),
                file.ships(),
                hint.signatures().stream().map(SymptomPage::fields).toList(),
                hint.examples(),
                hint.nearMisses());
    }

    void print(PrintStream out) {
        Page page = new Page(out);
        page.line(id + " · hint · tells " + tells.word());
        page.line(title);
        page.line(ships ? "Ships with Mendline: " + file : "Yours: " + file);
        SymptomPage.words(page, signatures, examples, nearMisses);
    }
}
