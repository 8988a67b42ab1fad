package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.check.CatalogCheck;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.engine.recognition.Recognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The documents say what is so. */
class ReadmeTest {
    private static final Document README = Document.read("README.md");
    private static final List<String> LITERAL_TEXTS = List.of(
            "querySrv ECONNREFUSED _mongodb._tcp.<SRV Record>",
            "DNSHostNotFound: Failed to look up service \"<MongoDB service name>\"",
            "connection refused because too many open connections",
            "lookup nta8e.mongodb.net on 123.45.67.8:27017: cannot unmarshal DNS message",
            "This password contains special characters which will be URL-encoded.");

    /** A row of the first example: text, symptom, cause. */
    private static Stream<List<String>> rows() {
        return README.section("A first example").stream()
                .filter(line -> line.startsWith("| `"))
                .map(Document::code);
    }

    @Test
    void the_first_example_holds_the_five_literal_texts() {
        assertThat(rows().map(row -> row.get(0))).containsExactlyElementsOf(LITERAL_TEXTS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_literal_text_shows_its_symptom_and_brings_its_cause_under_suspicion(List<String> row) {
        Catalog catalog = Catalog.builtIn();

        Recognition seen = new Recognizer(catalog).recognise(row.get(0));

        assertThat(seen.symptom()).isEqualTo(row.get(1));
        assertThat(catalog.suspects(List.of(row.get(1)))).extracting(Cause::id).contains(row.get(2));
    }

    private static Stream<List<String>> commands() {
        return Stream.of("README.md", "RATIONALE.md", "catalog/README.md")
                .map(Document::read)
                .flatMap(document -> document.commands().stream());
    }

    @ParameterizedTest(name = "./mendline {0}")
    @MethodSource("commands")
    void a_command_is_one_that_there_is(List<String> arguments) {
        CommandLine line = new CommandLine(new Mendline()).setCaseInsensitiveEnumValuesAllowed(true);

        assertThatCode(() -> line.parseArgs(arguments.toArray(String[]::new))).doesNotThrowAnyException();
    }

    @Test
    void every_command_that_there_is_stands_in_the_readme() {
        assertThat(README.commands().stream().map(arguments -> arguments.get(0)))
                .containsAll(new CommandLine(new Mendline()).getSubcommands().keySet());
    }

    @Test
    void the_modules_are_those_of_the_build_in_its_order() throws IOException {
        String pom = Files.readString(Document.ROOT.resolve("pom.xml"));
        List<String> built = Pattern.compile("<module>([^<]+)</module>")
                .matcher(pom)
                .results()
                .map(module -> module.group(1))
                .toList();

        assertThat(README.section("Modules, as the data flows").stream()
                        .filter(line -> line.startsWith("- `"))
                        .map(line -> Document.code(line).get(0)))
                .containsExactlyElementsOf(built);
    }

    private static Stream<Document.Block> configurations() {
        return README.files("mendline\\.yaml").stream();
    }

    /** The secret's variable is one that every environment has. */
    @ParameterizedTest
    @MethodSource("configurations")
    void a_sample_configuration_loads(Document.Block sample) {
        Configuration configuration =
                ConfigurationFile.parse("README.md", sample.text().replaceAll("SLACK_BOT_TOKEN|SHOP_PASSWORD", "PATH"));

        assertThat(configuration.channels()).isNotEmpty();
    }

    @Test
    void the_long_sample_configuration_sets_what_it_says() {
        String sample = README.files("mendline\\.yaml").stream()
                .map(Document.Block::text)
                .filter(text -> text.contains("suffixes:"))
                .findFirst()
                .orElseThrow();
        Configuration configuration =
                ConfigurationFile.parse("README.md", sample.replaceAll("SLACK_BOT_TOKEN|SHOP_PASSWORD", "PATH"));

        assertThat(configuration.inventory().zoneOf("checkout-api").name()).isEqualTo("north");
        assertThat(configuration.inventory().zoneOf("search").name()).isEqualTo("local");
        assertThat(configuration.inventory().targetOf("a.db.example.com"))
                .hasValueSatisfying(target -> assertThat(target.credentials()).isNotNull());
        assertThat(configuration.engine().referenceZone()).isEqualTo("local");
        assertThat(configuration.inventory().suffixOf("cluster0.ab1cd.mongodb.net"))
                .hasValueSatisfying(suffix -> assertThat(suffix.allowNetworks()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "catalog/README.md"})
    void the_catalog_files_that_are_shown_work_without_a_build(String document, @TempDir Path folder)
            throws IOException {
        write(Document.read(document), folder);

        assertThat(CatalogCheck.of(List.of(folder)).flaws())
                .filteredOn(flaw -> flaw.file().startsWith(folder.toString()))
                .isEmpty();
        Catalog own = Catalog.withFolders(List.of(folder));

        for (String id : ids(folder.resolve("symptoms"))) {
            assertThat(own.symptom(id))
                    .hasValueSatisfying(
                            symptom -> assertThat(symptom.nearMisses()).isNotEmpty());
            assertThat(own.suspects(List.of(id))).extracting(Cause::id).containsAll(ids(folder.resolve("causes")));
        }
    }

    /** The catalog files that a document shows. */
    private static void write(Document document, Path folder) throws IOException {
        for (Document.Block shown : document.files("(mine/)?(symptoms|causes)/.*")) {
            Path file = folder.resolve(shown.fileName().replaceFirst("^mine/", ""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, shown.text());
        }
    }

    private static List<String> ids(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .toList();
        }
    }

    private static Stream<Document.Session> sessionsWithOwnFiles() {
        return README.sessions().stream()
                .filter(session -> session.commands().stream().anyMatch(line -> line.matches(".* mine( .*)?")));
    }

    @Test
    void the_readme_shows_test_classify_and_diagnose_on_its_own_files() {
        assertThat(sessionsWithOwnFiles().flatMap(session -> session.commands().stream()))
                .hasSize(3)
                .satisfiesExactly(
                        test -> assertThat(test).startsWith("./mendline catalog test mine"),
                        classify -> assertThat(classify).contains("./mendline classify --catalog mine"),
                        diagnose -> assertThat(diagnose).contains("./mendline diagnose", "--catalog mine"));
    }

    @ParameterizedTest
    @MethodSource("sessionsWithOwnFiles")
    void what_the_readme_does_with_its_own_files_prints_what_it_says(Document.Session session, @TempDir Path folder)
            throws IOException {
        write(README, folder);

        StringBuilder printed = new StringBuilder();
        for (String command : session.commands()) {
            printed.append(run(command, folder));
        }

        int at = 0;
        for (String piece : session.printed().strip().split("[…\n]+")) {
            int found = printed.indexOf(piece.strip(), at);
            assertThat(found).as("%s in %s", piece, printed).isNotNegative();
            at = found + piece.strip().length();
        }
    }

    /** As the shell would: perhaps an echo into it; the folder is where the test put it. */
    private static String run(String command, Path folder) {
        List<String> words = Document.words(command);
        int start = words.indexOf("./mendline");
        assertThat(words.subList(0, start))
                .matches(echo -> echo.isEmpty() || echo.get(0).equals("echo"));
        String input = start == 0 ? "" : words.get(1) + "\n";
        Run run = Run.with(
                input,
                words.subList(start + 1, words.size()).stream()
                        .map(word -> word.equals("mine") ? folder.toString() : word)
                        .toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return run.out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "RATIONALE.md",
                "CHANGELOG.md",
                "catalog/README.md",
                "model/src/main/resources/dev/mendline/model/schema/README.md"
            })
    void every_local_link_leads_somewhere(String document) {
        assertThat(Document.read(document).localLinks())
                .allSatisfy(link -> assertThat(link).exists());
    }
}
