package dev.mendline.cli.catalog;

import dev.mendline.cli.output.Page;
import dev.mendline.cli.output.RecordFields;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.Example;
import dev.mendline.engine.catalog.NearMiss;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.model.incident.Severity;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Page with all details of a symptom. */
record SymptomPage(
        String id,
        String title,
        Severity severity,
        int rank,
        String file,
        boolean ships,
        List<String> causes,
        List<Map<String, @Nullable Object>> signatures,
        List<Example> examples,
        List<NearMiss> nearMisses) {
    static SymptomPage of(Catalog catalog, Symptom symptom) {
        SourceFile file = catalog.symptomFile(symptom.id()).orElseThrow();
        return new SymptomPage(
                symptom.id(),
                symptom.title(),
                symptom.severity(),
                symptom.rank(),
                file.name(),
                file.ships(),
                catalog.suspects(List.of(symptom.id())).stream().map(Cause::id).toList(),
                symptom.signatures().stream().map(SymptomPage::fields).toList(),
                symptom.examples(),
                symptom.nearMisses());
    }

    /** Returns the fields of a signature and the captures of its pattern. */
    static Map<String, @Nullable Object> fields(Signature signature) {
        Map<String, @Nullable Object> fields = RecordFields.of(signature);
        fields.remove("symptom");
        fields.remove("context");
        fields.putAll(RecordFields.of(signature.context()));
        fields.put("captures", List.copyOf(new TreeSet<>(signature.pattern().names())));
        return fields;
    }

    void print(PrintStream out) {
        Page page = new Page(out);
        page.head(id, "symptom", severity, "rank " + rank);
        page.line(title);
        page.line(ships ? "Ships with Mendline: " + file : "Yours: " + file);
        page.section("Possible causes", causes);
        words(page, signatures, examples, nearMisses);
    }

    /** Prints the signatures, examples and near-misses. */
    static void words(
            Page page,
            List<Map<String, @Nullable Object>> signatures,
            List<Example> examples,
            List<NearMiss> nearMisses) {
        page.section("Signatures");
        for (int i = 0; i < signatures.size(); i++) {
            page.numbered(i + 1, signatures.get(i));
        }
        page.section(
                "Examples",
                examples.stream()
                        .map(each -> each.driver() + ": " + each.text())
                        .toList());
        page.section(
                "Near-misses",
                nearMisses.stream()
                        .map(each -> each.text() + "  (" + each.why() + ")")
                        .toList());
    }
}
