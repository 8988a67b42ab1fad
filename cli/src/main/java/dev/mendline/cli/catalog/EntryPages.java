package dev.mendline.cli.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Page;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.Example;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.NearMiss;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.condition.Condition;
import dev.mendline.model.incident.Advice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All details of catalog entries, as JSON documents and as text pages. The fields of the documents are an interface.
 * Placeholders of advice are not filled in.
 */
public final class EntryPages {
    public static final String DOCS = "https://www.mongodb.com/docs/";

    private final Catalog catalog;

    EntryPages(Catalog catalog) {
        this.catalog = catalog;
    }

    ObjectNode document(Symptom symptom) {
        ObjectNode document = Output.document()
                .put("id", symptom.id())
                .put("title", symptom.title())
                .putPOJO("severity", symptom.severity())
                .put("rank", symptom.rank());
        source(document, catalog.symptomFile(symptom.id())).putPOJO("causes", causes(symptom));
        return texts(document, symptom.signatures(), symptom.examples(), symptom.nearMisses());
    }

    void print(Symptom symptom, Page page) {
        String words = "symptom · " + Page.word(symptom.severity()) + " · rank " + symptom.rank();
        head(page, symptom.id(), words, symptom.title(), catalog.symptomFile(symptom.id()));
        page.section("Possible causes", causes(symptom));
        texts(page, symptom.signatures(), symptom.examples(), symptom.nearMisses());
    }

    private List<String> causes(Symptom symptom) {
        return catalog.suspects(List.of(symptom.id())).stream().map(Cause::id).toList();
    }

    ObjectNode document(HintText hint) {
        ObjectNode document = Output.document()
                .put("id", hint.id())
                .put("title", hint.title())
                .putPOJO("tells", hint.tells());
        source(document, catalog.hintFile(hint.id()));
        return texts(document, hint.signatures(), hint.examples(), hint.nearMisses());
    }

    void print(HintText hint, Page page) {
        String words = "hint · tells " + hint.tells().word();
        head(page, hint.id(), words, hint.title(), catalog.hintFile(hint.id()));
        texts(page, hint.signatures(), hint.examples(), hint.nearMisses());
    }

    ObjectNode document(Cause cause) {
        ObjectNode document = Output.document()
                .put("id", cause.id())
                .put("title", cause.title())
                .putPOJO("severity", cause.severity());
        Cause.Guidance guidance = cause.guidance();
        return source(document, catalog.causeFile(cause.id()))
                .putPOJO("symptoms", cause.symptoms())
                .putPOJO("probes", cause.probes())
                .putPOJO("elsewhere", cause.elsewhere())
                .putPOJO("confirm", rules(cause.conditions().confirm()))
                .putPOJO("suggest", rules(cause.conditions().suggest()))
                .putPOJO("refute", rules(cause.conditions().refute()))
                .putPOJO("advice", new Advice(guidance.summary(), guidance.steps(), guidance.pages()))
                .putPOJO("mutes", cause.mutes())
                .putPOJO("shared", cause.shared());
    }

    void print(Cause cause, Page page) {
        String words = "cause · " + Page.word(cause.severity());
        head(page, cause.id(), words, cause.title(), catalog.causeFile(cause.id()));
        page.section("Suggested by", cause.symptoms());
        page.section(
                "Probes",
                cause.probes().stream()
                        .map(probe ->
                                cause.elsewhere().contains(probe) ? probe + " (also from the reference zone)" : probe)
                        .toList());
        rules(page, "Confirmed when", cause.conditions().confirm());
        rules(page, "Likely when", cause.conditions().suggest());
        rules(page, "Ruled out when", cause.conditions().refute());
        page.section("Suppresses if confirmed", cause.mutes());
        page.section(
                "Shared by all incidents of a",
                cause.shared() == null ? List.of() : List.of(cause.shared().word()));
        page.section("What to do", List.of(cause.guidance().summary()));
        int number = 1;
        for (String step : cause.guidance().steps()) {
            page.numbered(number++, step);
        }
        page.section(
                "Documentation",
                cause.guidance().pages().stream()
                        .map(link -> link.title() + ": " + DOCS + link.path() + " (read " + link.read() + ")")
                        .toList());
    }

    private static List<ObjectNode> rules(List<Condition> conditions) {
        return conditions.stream()
                .map(rule -> Output.document()
                        .put("when", rule.when())
                        .put("because", rule.because())
                        .putPOJO("probes", rule.probes()))
                .toList();
    }

    private static void rules(Page page, String heading, List<Condition> rules) {
        page.section(heading);
        if (rules.isEmpty()) {
            page.item("–");
        }
        for (Condition rule : rules) {
            page.item(rule.because());
            page.detail(rule.when());
        }
    }

    private static ObjectNode texts(
            ObjectNode document, List<Signature> signatures, List<Example> examples, List<NearMiss> nearMisses) {
        return document.putPOJO(
                        "signatures",
                        signatures.stream().map(EntryPages::fields).toList())
                .putPOJO("examples", examples)
                .putPOJO("nearMisses", nearMisses);
    }

    private static void texts(
            Page page, List<Signature> signatures, List<Example> examples, List<NearMiss> nearMisses) {
        page.section("Signatures");
        int number = 1;
        for (Signature signature : signatures) {
            page.numbered(number++, fields(signature));
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

    /** Returns the fields of a signature, in the order of the text page. */
    private static Map<String, @Nullable Object> fields(Signature signature) {
        Signature.Context context = signature.context();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("anchors", signature.anchors());
        fields.put("ignoreCase", signature.ignoreCase());
        fields.put("pattern", signature.pattern().toString());
        fields.put("driver", signature.driver());
        fields.put("detail", signature.detail());
        fields.put("beside", context.beside());
        fields.put("needsSign", context.needsSign());
        fields.put("within", context.within());
        fields.put("byAddress", context.byAddress());
        fields.put("members", context.members());
        fields.put("captures", List.copyOf(new TreeSet<>(signature.pattern().names())));
        return fields;
    }

    private static ObjectNode source(ObjectNode document, Optional<SourceFile> file) {
        return document.put("file", file.orElseThrow().name())
                .put("ships", file.orElseThrow().ships());
    }

    private static void head(Page page, String id, String words, String title, Optional<SourceFile> file) {
        page.line(id + " · " + words);
        page.line(title);
        boolean ships = file.orElseThrow().ships();
        page.line((ships ? "Ships with Mendline: " : "Yours: ")
                + file.orElseThrow().name());
    }

    /** Returns one entry per way to confirm the cause: the probes that it needs, or "the text". */
    public static List<String> confirmedBy(Cause cause) {
        return cause.conditions().confirm().stream()
                .map(each -> each.probes().isEmpty() ? "the text" : String.join(" + ", each.probes()))
                .distinct()
                .toList();
    }

    /** Returns the ways to confirm a cause as one cell of a table. */
    public static String words(List<?> ways) {
        return ways.isEmpty() ? "–" : ways.stream().map(String::valueOf).collect(Collectors.joining(", or "));
    }
}
