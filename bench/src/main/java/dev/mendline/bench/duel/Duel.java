package dev.mendline.bench.duel;

import dev.mendline.bench.hyperscan.Hyperscan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Complete run: missing peers, check of equality, contests. */
public final class Duel {
    private static final int LINES = 400_000;

    private final Field field;
    private final Effort effort;
    private final String only;
    private final Consumer<String> progress;

    /**
     * Creates a run in this module's folder.
     *
     * @param only limits the run to contests whose titles contain this text
     * @param progress called for each event
     */
    public Duel(Path home, Effort effort, String only, Consumer<String> progress) {
        field = new Field(home.resolve("target/corpus"), LINES, Hyperscan.compiledIn(home));
        this.effort = effort;
        this.only = only;
        this.progress = progress;
    }

    /**
     * Measures everything.
     *
     * @return results in Markdown
     * @throws RuntimeException if a method's hits are wrong; then nothing is measured
     */
    public String run() {
        Programme programme = new Programme(field);
        List<String> absent = field.absent().map(line -> "- Not here: " + line).toList();
        absent.forEach(progress);
        List<String> equal = programme
                .equalities(effort)
                .map(sentence -> "- Equal: " + sentence + ".")
                .peek(progress)
                .toList();
        List<String> parts = new ArrayList<>(absent);
        parts.addAll(equal);
        String tables = programme.contests().stream()
                .filter(contest ->
                        !contest.contestants().isEmpty() && contest.title().contains(only))
                .map(contest -> contest.fight(effort, progress).markdown())
                .collect(Collectors.joining("\n"));
        return String.join("\n", parts) + "\n\n" + tables;
    }
}
