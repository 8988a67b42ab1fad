package dev.mendline.bench;

import dev.mendline.bench.duel.Duel;
import dev.mendline.bench.duel.Effort;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command that compares the matcher with its peers. */
@Command(
        name = "matcher",
        description = "Checks that all methods find the same, measures them in turn, prints the tables as Markdown.",
        mixinStandardHelpOptions = true)
final class MatcherCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "Short iterations, three rounds: to see whether all runs.")
    private boolean isQuick;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of each contest; 5, or 3 with --quick.")
    private @Nullable Integer rounds;

    @Option(names = "--only", paramLabel = "TEXT", description = "Measures the tables alone whose titles hold this.")
    private String only = "";

    @Option(names = "--write", description = "Writes the tables into bench/README.md besides.")
    private boolean isWritten;

    @Override
    public Integer call() throws IOException {
        Effort effort = isQuick ? Effort.quick(rounds == null ? 3 : rounds) : Effort.full(rounds == null ? 5 : rounds);
        String command = "matcher%s%s --rounds %d"
                .formatted(isQuick ? " --quick" : "", only.isEmpty() ? "" : " --only '" + only + "'", effort.rounds());
        Publication publication = Publication.of("matcher", command, isWritten);
        publication.publish(() -> new Duel(publication.home(), effort, only, System.err::println).run());
        return 0;
    }
}
