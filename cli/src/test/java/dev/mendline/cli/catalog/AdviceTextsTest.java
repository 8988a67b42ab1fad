package dev.mendline.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.Placeholders;
import dev.mendline.engine.condition.Condition;
import dev.mendline.engine.incident.advice.AdviceWriter;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import dev.mendline.notifier.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of every cause, with all values, with each value missing, and with none, read for defects. */
class AdviceTextsTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:58:12Z");

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("target", "cluster0.ab1cd.mongodb.net"),
            Map.entry("services", "orders, payments and 2 more"),
            Map.entry("zone", "eu-west"),
            Map.entry("elsewhere", "office"),
            Map.entry("host", "shard-00-00.ab1cd.mongodb.net"),
            Map.entry("port", "27018"),
            Map.entry("address", "203.0.113.9"),
            Map.entry("nodes", "shard-00-00.ab1cd.mongodb.net:27018,shard-00-01.ab1cd.mongodb.net:27018"),
            Map.entry("resolver", "10.0.0.2:53"),
            Map.entry("reference", "8.8.8.8:53"),
            Map.entry("limit", "500"),
            Map.entry("alert", "80"),
            Map.entry("issuer", "CN=Lab"),
            Map.entry("names", "n2.example, n3.example"),
            Map.entry("expiry", "2026-10-01T00:00:00Z"),
            Map.entry("role", "secondary"),
            Map.entry("current", "490"),
            Map.entry("available", "10"),
            Map.entry("percent", "98"),
            Map.entry("options", "loadBalanced=true"),
            Map.entry("seedlist", "mongodb://<user>:<password>@shard-00-00.ab1cd.mongodb.net:27018/?tls=true"),
            Map.entry("egress", "203.0.113.7"),
            Map.entry("entry", "203.0.113.0/24, PENDING"),
            Map.entry("tier", "M10"),
            Map.entry("rate", "17"),
            Map.entry("logins", "5 refused logins (UserNotFound)"),
            Map.entry("events", "NO_PRIMARY at 2026-11-22T02:50:00Z"),
            Map.entry("endpoint", "AWS eu-west-1 FAILED"),
            Map.entry("code", "8000"));

    /** A defect and its form in a sentence. */
    private record Defect(String name, Pattern form) {
        static Defect of(String name, String form) {
            return new Defect(name, Pattern.compile(form));
        }
    }

    private static final String ARTICLE = "(?:a|an|the|its|another)";
    private static final Defect NAME_LEFT = Defect.of("name left", "\\{[a-z]+}|<[a-z]+>(?<!<user>|<password>)");

    private static final List<Defect> DEFECTS = List.of(
            Defect.of("doubled word", "(?i)\\b([a-z]+) \\1\\b"),
            Defect.of("doubled article", "(?i)\\b" + ARTICLE + " " + ARTICLE + "\\b|\\bno " + ARTICLE + "\\b"),
            Defect.of(
                    "article in the middle of a name",
                    "\\b(?:zone|port|resolver|cluster|name|entry|error|alert|tier|code|record|own) " + ARTICLE + "\\b"),
            Defect.of("wrong article", "\\b[Aa] (?=[aeio])|\\b[Aa]n (?=[b-df-gj-np-tv-z][a-z])"),
            Defect.of(
                    "small letter at a sentence's start", "^(?!mongo|nslookup)[a-z]+[ ,.]|(?<!['/])[.!?] [a-z]+[ ,.]"),
            Defect.of("product with a small letter", "\\b(?:atlas|compass|java|tls|node\\.js)\\b(?![./=-])"),
            Defect.of("capital in the middle", "^Perhaps (?!Value|Atlas)(?:A|[A-Z][a-z]+) "),
            Defect.of("unknown number", "of unknown number|error unknown|unknown %"),
            NAME_LEFT,
            Defect.of("double space", "  "),
            Defect.of("space before punctuation", " [,.;:!?)](?! )| [,;!?)] |\\( "),
            Defect.of("doubled punctuation", "\\.\\.|,,|::|;;|[,;:]\\.|\\.,"),
            Defect.of("nothing in quotes or parentheses", "\\(\\)|\"\"|''|\\[]|‹›"),
            Defect.of("null", "\\bnull\\b"),
            Defect.of("list without its last part", "\\b(?:and|or)\\s*(?:[.,;:)]|$)|,\\s*$"),
            Defect.of("unbalanced parentheses", "^[^()]*\\)|\\([^()]*$"));

    static Stream<Cause> causes() {
        return Catalog.builtIn().causes().stream();
    }

    private static List<Set<String>> missing() {
        List<Set<String>> missing = new ArrayList<>(List.of(Set.of(), Placeholders.names()));
        Placeholders.names().forEach(name -> missing.add(Set.of(name)));
        // A name in the log without any node.
        missing.add(Set.of("host", "port", "address", "nodes"));
        Set<String> probed = new HashSet<>(Placeholders.names());
        probed.removeAll(Set.of("target", "services", "zone"));
        missing.add(probed);
        return missing;
    }

    @Test
    void every_placeholder_has_a_value_here() {
        assertThat(VALUES.keySet()).isEqualTo(Placeholders.names());
    }

    @ParameterizedTest
    @MethodSource("causes")
    void every_text_of_a_cause_reads_well_whatever_is_known(Cause cause) {
        Set<String> found = new TreeSet<>();
        for (Set<String> missing : missing()) {
            for (String template : sentences(cause)) {
                read(found, missing, template, filled(template, missing));
            }
            for (String template : cause.guidance().steps()) {
                read(found, missing, template, filled(template, missing));
            }
            Stream.of(Verdict.values())
                    .map(verdict -> message(cause, verdict, missing))
                    .forEach(message -> read(found, message));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nothing answers at the resolver the host's own resolver. | article in the middle of a name
            Read the the page. | doubled word
            The entry an entry covers it. | article in the middle of a name
            It fails. the node is down. | small letter at a sentence's start
            the node is down. | small letter at a sentence's start
            The server says so (error of unknown number). | unknown number
            Ask {host}. | name left
            Ask <host>. | name left
            Perhaps A proxy answers. | capital in the middle
            Perhaps compass fails. | product with a small letter
            It fails (). | nothing in quotes or parentheses
            It fails , and ends. | space before punctuation
            It fails.. | doubled punctuation
            It affects orders and . | list without its last part
            It is null. | null
            It is an node. | wrong article
            It is the node | no end
            """)
    void a_defect_is_found(String sentence, String defect) {
        assertThat(defects(sentence, false)).contains(defect);
    }

    private static Stream<Condition> conditions(Cause cause) {
        Cause.Conditions all = cause.conditions();
        return Stream.of(all.confirm(), all.suggest(), all.refute()).flatMap(List::stream);
    }

    private static List<String> sentences(Cause cause) {
        String summary = cause.guidance().summary();
        return Stream.concat(
                        Stream.of(summary, AdviceWriter.hedged(Verdict.POSSIBLE, summary)),
                        conditions(cause).map(Condition::because))
                .toList();
    }

    private static String filled(String template, Set<String> missing) {
        return Placeholders.fill(template, (name, use) -> missing.contains(name) ? null : VALUES.get(name));
    }

    private static void read(Set<String> found, Set<String> missing, String template, String text) {
        List<String> lines = text.lines().toList();
        defects(lines.get(0), lines.size() > 1).forEach(defect -> found.add(defect + ": " + lines.get(0)));
        lines.stream()
                .skip(1)
                .filter(line -> NAME_LEFT.form().matcher(line).find())
                .forEach(line -> found.add("name left: " + line));
        boolean invented = missing.contains("port")
                && missing.contains("nodes")
                && text.contains("27017")
                && !template.contains("27017");
        if (invented) {
            found.add("invented port: " + text);
        }
    }

    private static void read(Set<String> found, Message message) {
        List<String> sentences =
                List.of(message.conclusion().summary(), message.conclusion().why());
        sentences.forEach(sentence -> defects(sentence, false).forEach(defect -> found.add(defect + ": " + sentence)));
        message.conclusion()
                .notes()
                .forEach(note -> defects(note, false).forEach(defect -> found.add(defect + ": " + note)));
        message.steps().forEach(step -> {
            List<String> lines = step.lines().toList();
            defects(lines.get(0), lines.size() > 1).forEach(defect -> found.add(defect + ": " + step));
        });
    }

    /** Returns the defects of one line; values are taken as a word that may begin a sentence. */
    private static List<String> defects(String line, boolean introducesCommand) {
        String text = line;
        for (String value : VALUES.values()) {
            text = text.replace(value, value.matches("[0-9]+") ? "7" : value.matches("[a-z-]+") ? value : "Value");
        }
        String read = text;
        List<String> names = new ArrayList<>(DEFECTS.stream()
                .filter(defect -> defect.form().matcher(read).find())
                .map(Defect::name)
                .toList());
        boolean ends = read.endsWith(".") || (introducesCommand && read.endsWith(":"));
        if (!ends && !read.endsWith("…")) {
            names.add("no end");
        }
        return names;
    }

    private static Message message(Cause cause, Verdict verdict, Set<String> missing) {
        List<String> because = conditions(cause)
                .map(condition -> filled(condition.because(), missing))
                .toList();
        Diagnosis diagnosis = new Diagnosis(
                cause.id(),
                verdict,
                List.of(new Diagnosis.Candidate(cause.id(), verdict, because.get(0), because, because)));
        Advice advice = new Advice(
                filled(AdviceWriter.hedged(verdict, cause.guidance().summary()), missing),
                cause.guidance().steps().stream()
                        .map(step -> filled(step, missing))
                        .toList(),
                List.of());
        return Message.of(new Incident(
                Incident.SCHEMA,
                "3f2ac19b",
                "ab1cd.mongodb.net",
                missing.contains("target") ? null : VALUES.get("target"),
                List.of("orders"),
                List.of("eu-west"),
                Incident.State.OPEN,
                null,
                null,
                false,
                false,
                Severity.HIGH,
                List.of(),
                List.of(),
                diagnosis,
                List.of(),
                advice,
                List.of(),
                List.of(),
                AT,
                AT,
                null,
                1,
                null,
                null,
                null,
                1,
                "9c1d2e7f0a4b",
                List.of(),
                null,
                List.of(),
                0,
                "1.0.0"));
    }
}
