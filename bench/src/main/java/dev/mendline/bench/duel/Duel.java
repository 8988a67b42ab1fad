package dev.mendline.bench.duel;

import dev.mendline.bench.hyperscan.Hyperscan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The whole run: what is missing, equality, then the contests. */
public final class Duel {
    private static final int LINES = 400_000;

    private final Field field;
    private final Effort effort;
    private final String only;
    private final Consumer<String> progress;

    /**
     * In the folder of this module.
     *
     * @param only measures the contests alone whose titles hold this
     * @param progress told whatever happens, as it happens
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
     * @return what came out, as Markdown
     * @throws RuntimeException when somebody finds something else than what is there; nothing is measured then
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
