package dev.mendline.cli.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.gap.Gap;
import dev.mendline.engine.gap.Proposal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that groups errors that the catalog does not recognize. */
@Command(
        name = "gaps",
        description = {
            "Group MongoDB errors that the catalog does not know by their constant"
                    + " text, the most frequent first, and print symptom files to complete.",
            "Without a FILE: the samples that the classifier kept in the last seven days."
        },
        mixinStandardHelpOptions = true)
final class CatalogGapsCommand implements Callable<Integer> {
    /** Gap and the proposed symptom file, which is null if its texts have too little in common. */
    private record Answer(Gap gap, @Nullable Proposal proposal) {
        static Answer of(Gap gap, Set<String> taken) {
            Proposal proposal = Proposal.of(gap, taken).orElse(null);
            if (proposal != null) {
                taken.add(proposal.id());
            }
            return new Answer(gap, proposal);
        }

        ObjectNode document() {
            return Output.document()
                    .put("count", gap.count())
                    .putPOJO("services", gap.services())
                    .putPOJO("first", known(gap.first()))
                    .putPOJO("last", known(gap.last()))
                    .put("template", gap.template())
                    .put("example", gap.example())
                    .putPOJO("proposal", proposal);
        }

        /** Returns null for a log without times. */
        private static @Nullable Instant known(Instant time) {
            return time.equals(Instant.EPOCH) ? null : time;
        }
    }

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Maximum number of gaps. Default: ${DEFAULT-VALUE}")
    private int limit = 20;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "Write the symptom files to DIR/symptoms instead. Existing files are not changed.")
    @Nullable
    private Path folder;

    @Option(names = "--multiline", description = "For files: join stack traces to the line before them.")
    private boolean multiline;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or ndjson")
    private Output output = Output.TEXT;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Log files to read instead; '-' is standard input.")
    private List<String> files = List.of();

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw new UsageError("--limit must be at least 1 (was " + limit + ")");
        }
        if (!kafka.configuration().samples()) {
            throw new UsageError("the configuration keeps no texts (redact: {samples: none}), so there are no"
                    + " samples to search for gaps");
        }
        List<Gap> gaps = files.isEmpty()
                ? UnclassifiedGaps.sampled(kafka.setup().catalog(), kafka.broker())
                : UnclassifiedGaps.in(files, multiline, kafka.setup());
        Set<String> taken = new HashSet<>();
        List<Answer> answers =
                gaps.stream().limit(limit).map(gap -> Answer.of(gap, taken)).toList();
        if (folder != null) {
            write(folder, answers);
        } else {
            output.printAll(answers.stream().map(Answer::document).toList(), out -> print(answers, gaps.size(), out));
        }
        return ExitCode.GOOD;
    }

    private static void print(List<Answer> answers, int all, PrintStream out) {
        if (answers.isEmpty()) {
            out.println("# No gaps: every MongoDB error was recognized.");
        }
        for (Answer answer : answers) {
            Proposal proposal = answer.proposal();
            out.println("---");
            out.print(
                    proposal == null
                            ? "# " + answer.gap().count()
                                    + " times, but the texts have too little in common for a signature: "
                                    + Table.visible(answer.gap().template()) + "\n"
                            : "# symptoms/" + proposal.id() + ".yaml\n" + proposal.yaml());
        }
        if (all > answers.size()) {
            out.println("# " + (all - answers.size()) + " more; see --limit.");
        }
    }

    private static void write(Path folder, List<Answer> answers) throws IOException {
        List<String> written = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer.proposal() != null) {
                written.add(write(folder.resolve("symptoms"), answer.proposal()) + "  ("
                        + answer.gap().count() + " events)");
            }
        }
        PrintStream out = Output.out();
        written.forEach(out::println);
        out.println(
                written.isEmpty()
                        ? "Nothing to write."
                        : "Complete the files, add a cause that lists the symptoms, then run: mendline catalog test "
                                + folder);
    }

    /** Writes a new file. Returns its name, with a note if it existed and was not changed. */
    private static String write(Path folder, Proposal proposal) throws IOException {
        Path file = folder.resolve(proposal.id() + ".yaml");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, proposal.yaml(), StandardOpenOption.CREATE_NEW);
            return file.toString();
        } catch (FileAlreadyExistsException e) {
            return file + " already exists and was not changed";
        }
    }
}
