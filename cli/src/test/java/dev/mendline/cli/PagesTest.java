package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.check.CatalogCheck;
import dev.mendline.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Tests what all pages show: commands, what they print, configurations, catalog files, links. A session (a block for the
 * shell and the block of text after it) runs here and must print what the page says, unless a comment before it says
 * why it cannot.
 */
class PagesTest {
    /** Sessions that are not run: they need Kafka or the network, or run until Ctrl-C. */
    private static final int NOT_RUN = 8;

    private static final Pattern TOPIC = Pattern.compile("--topic (\\S+)");
    private static final String CATALOG_FILE = "(mine/)?(symptoms|causes)/.*";

    private static Stream<Document> pages() {
        return Document.pages().stream();
    }

    private static Stream<Arguments> commands() {
        return pages().flatMap(page -> page.commands().stream().map(command -> Arguments.of(page, command)));
    }

    @ParameterizedTest(name = "{0}: ./mendline {1}")
    @MethodSource("commands")
    void a_command_is_valid(Document page, List<String> arguments) {
        CommandLine line = new CommandLine(new Mendline()).setCaseInsensitiveEnumValuesAllowed(true);

        assertThatCode(() -> line.parseArgs(arguments.toArray(String[]::new))).doesNotThrowAnyException();
    }

    @Test
    void every_command_is_on_a_page() {
        assertThat(pages().flatMap(page -> page.commands().stream()).map(arguments -> arguments.get(0)))
                .containsAll(new CommandLine(new Mendline()).getSubcommands().keySet());
    }

    private static Stream<Document.Session> sessions() {
        return pages().flatMap(page -> page.sessions().stream());
    }

    private static Stream<Document.Session> sessionsToRun() {
        return sessions().filter(session -> session.notRun().isEmpty());
    }

    @Test
    void the_sessions_that_are_not_run_are_few_and_say_why() {
        assertThat(sessions().filter(session -> !session.notRun().isEmpty())).hasSize(NOT_RUN);
        assertThat(pages().mapToLong(Document::marks).sum())
                .as("each mark stands right before a session")
                .isEqualTo(NOT_RUN);
    }

    @ParameterizedTest
    @MethodSource("sessionsToRun")
    void a_session_prints_what_the_page_says(Document.Session session, @TempDir Path folder) throws IOException {
        write(session.page(), folder);

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

    /** Runs a command, perhaps with an {@code echo} into it. The folder {@code mine} is where the test wrote it. */
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

    private static Stream<Arguments> configurations() {
        return pages().flatMap(page -> page.files("mendline\\.yaml").stream().map(file -> Arguments.of(page, file)));
    }

    /** The secrets' variables are replaced by one that every environment has. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    void a_sample_configuration_loads(Document page, Document.Block sample) {
        Configuration configuration = ConfigurationFile.parse(
                page.toString(), sample.text().replaceAll("SLACK_BOT_TOKEN|SHOP_PASSWORD", "PATH"));

        assertThat(configuration.channels()).isNotEmpty();
    }

    /** The commands with Kafka's own tools read topics that exist, and every topic that Mendline writes is shown. */
    @Test
    void the_topics_in_commands_are_those_that_there_are() {
        Set<String> written = Topics.DEFAULT.all(List.of("local"), 1).stream()
                .map(Topics.Topic::name)
                .filter(topic -> !topic.equals(Topics.DEFAULT.logs()))
                .collect(Collectors.toSet());

        assertThat(pages().flatMap(page -> page.blocks("sh").stream())
                        .flatMap(block -> TOPIC.matcher(block.text()).results())
                        .map(topic -> topic.group(1))
                        .collect(Collectors.toSet()))
                .isEqualTo(written);
    }

    private static Stream<Document> pagesWithCatalogFiles() {
        return pages().filter(page -> !page.files(CATALOG_FILE).isEmpty());
    }

    @Test
    void pages_with_catalog_files_are_found() {
        assertThat(pagesWithCatalogFiles()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("pagesWithCatalogFiles")
    void the_catalog_files_of_a_page_work_without_a_build(Document page, @TempDir Path folder) throws IOException {
        write(page, folder);

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

    private static void write(Document page, Path folder) throws IOException {
        for (Document.Block shown : page.files(CATALOG_FILE)) {
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

    @ParameterizedTest
    @MethodSource("pages")
    void every_local_link_leads_to_a_file_and_a_heading(Document page) {
        assertThat(page.localLinks()).allSatisfy(link -> {
            assertThat(link.file()).exists();
            if (!link.anchor().isEmpty()) {
                assertThat(Document.read(Document.ROOT.relativize(link.file()).toString())
                                .anchors())
                        .contains(link.anchor());
            }
        });
    }

    @Test
    void links_with_and_without_anchors_are_found() {
        assertThat(pages().flatMap(Document::localLinks)).hasSizeGreaterThan(50);
        assertThat(pages().flatMap(Document::localLinks)
                        .filter(link -> !link.anchor().isEmpty()))
                .hasSizeGreaterThan(5);
    }
}
