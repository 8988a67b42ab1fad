package dev.mendline.cli;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.catalogue.Example;
import dev.mendline.engine.catalogue.HintText;
import dev.mendline.engine.catalogue.NearMiss;
import dev.mendline.engine.catalogue.SourceFile;
import dev.mendline.engine.catalogue.Tells;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is known of a hint. */
record HintPage(
        String id,
        String title,
        Tells tells,
        String file,
        boolean ships,
        List<Map<String, @Nullable Object>> signatures,
        List<Example> examples,
        List<NearMiss> nearMisses) {
    static HintPage of(Catalogue catalogue, HintText hint) {
        SourceFile file = catalogue.hintFile(hint.id()).orElseThrow();
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
