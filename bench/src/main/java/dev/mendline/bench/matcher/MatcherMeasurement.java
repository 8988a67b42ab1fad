package dev.mendline.bench.matcher;

import dev.mendline.bench.comparison.Candidate;
import dev.mendline.bench.comparison.Column;
import dev.mendline.bench.comparison.Comparison;
import dev.mendline.bench.comparison.Score;
import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comparison of the matcher with its peers: the check of equality, then all tables. */
public final class MatcherMeasurement {
    /** Number of lines of a corpus that are used repeatedly. */
    private static final int LINES = 400_000;

    private static final List<String> COUNTS = List.of(Signatures.REFERENCE, "100", "300", "1000");
    private static final String MANY = "1000";
    private static final String HYPERSCAN = "Hyperscan, C, a call per line";
    private static final Set<Peer> ALL = EnumSet.complementOf(EnumSet.of(Peer.FILTERED_RE2J));
    private static final Set<Peer> WITHOUT_RE2J = EnumSet.complementOf(EnumSet.of(Peer.RE2J, Peer.FILTERED_RE2J));
    private static final Set<Peer> FAST = EnumSet.of(Peer.MENDLINE, Peer.GLIWKA, Peer.JDK);
    private static final Set<Peer> BY_ANCHORS =
            EnumSet.of(Peer.MENDLINE, Peer.HANKCS, Peer.AHO_CORASICK, Peer.FILTERED_RE2J);

    private final Path corpora;
    private final Hyperscan hyperscan;
    private final Extent extent;
    private final String only;
    private final Consumer<String> progress;
    private final Set<Peer> present = EnumSet.noneOf(Peer.class);

    /**
     * Creates a measurement in this module's folder.
     *
     * @param only limits the tables to those whose titles contain this text
     * @param progress called for each event
     */
    public MatcherMeasurement(Path home, Extent extent, String only, Consumer<String> progress) {
        corpora = home.resolve("target/corpus");
        hyperscan = Hyperscan.compiledIn(home);
        this.extent = extent;
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
        List<String> checks = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            String missing = peer.missing();
            if (missing.isEmpty()) {
                present.add(peer);
            } else {
                checks.add("- Not here: " + peer.title() + ": " + missing);
            }
        }
        if (!hyperscan.isPresent()) {
            checks.add("- Not here: Hyperscan, C: " + hyperscan.missing());
        }
        checks.forEach(progress);
        equalities()
                .map(sentence -> "- Equal: " + sentence + ".")
                .peek(progress)
                .forEach(checks::add);
        String tables = comparisons().stream()
                .filter(comparison ->
                        !comparison.candidates().isEmpty() && comparison.title().contains(only))
                .map(comparison -> comparison.run(extent.rounds(), progress))
                .collect(Collectors.joining("\n"));
        return String.join("\n", checks) + "\n\n" + tables;
    }

    private Stream<String> equalities() {
        Optional<Hyperscan> inC = Optional.of(hyperscan).filter(Hyperscan::isPresent);
        return Stream.concat(
                COUNTS.stream().flatMap(set -> equalities(set, ALL, inC)),
                equalities(Signatures.CATALOG, BY_ANCHORS, Optional.empty()));
    }

    private Stream<String> equalities(String set, Set<Peer> peers, Optional<Hyperscan> inC) {
        Set<Peer> compared = EnumSet.copyOf(peers);
        compared.retainAll(present);
        // It is the reference itself.
        compared.remove(Peer.JDK);
        return Stream.of(Mix.values()).map(mix -> Equality.check(set, corpus(mix), LINES, compared, inC, extent));
    }

    private Corpus corpus(Mix mix) {
        return Corpus.in(corpora, mix, Corpus.LINES);
    }

    private List<Comparison<Candidate<Score>, Score>> comparisons() {
        return List.of(
                withPeers(Signatures.REFERENCE, Mix.CALM, ALL),
                withPeers(Signatures.REFERENCE, Mix.OUTAGE, ALL),
                withPeers(MANY, Mix.CALM, WITHOUT_RE2J),
                withPeers(MANY, Mix.OUTAGE, FAST),
                growth(
                        "Mendline",
                        COUNTS.stream().map(set -> peer(Peer.MENDLINE, set, set, Mix.CALM, Traffic.Kind.ALL))),
                growth(HYPERSCAN, COUNTS.stream().flatMap(set -> hyperscan(set, set, Mix.CALM).stream())),
                json(),
                catalog(Mix.CALM),
                catalog(Mix.OUTAGE));
    }

    private Comparison<Candidate<Score>, Score> withPeers(String set, Mix mix, Set<Peer> peers) {
        List<Candidate<Score>> candidates = peers(peers, set, mix);
        Optional<Candidate<Score>> inC = hyperscan(HYPERSCAN, set, mix);
        inC.ifPresent(candidate -> candidates.add(1, candidate));
        List<Column<Candidate<Score>, Score>> columns = new ArrayList<>();
        inC.ifPresent(base -> columns.add(ratio("speed, Hyperscan in C = 1", base, Score::linesPerNano)));
        columns.add(ratio("speed, java.util.regex = 1", peer(Peer.JDK, set, mix), Score::linesPerNano));
        columns.add(cost("Mendline is faster, times", candidates.get(0)));
        return new Comparison<>(
                Signatures.title(set) + ", " + mix.share() + " errors", "", candidates, Score.columns(columns));
    }

    private static Comparison<Candidate<Score>, Score> growth(String who, Stream<Candidate<Score>> counts) {
        List<Candidate<Score>> candidates = counts.toList();
        return new Comparison<>(
                "Number of signatures, 1 % errors: " + who,
                "",
                candidates,
                Score.columns(candidates.stream()
                        .limit(1)
                        .map(first -> cost("cost, 46 = 1", first))
                        .toList()));
    }

    private Comparison<Candidate<Score>, Score> json() {
        Candidate<Score> message =
                benchmark("Jackson, to the message", "jsonMessage", Mix.CALM, Traffic.Kind.JSON, Map.of());
        return new Comparison<>(
                "Lines of JSON, 1 % errors",
                "",
                List.of(
                        peer(
                                Peer.MENDLINE,
                                "Mendline, 46 signatures, raw bytes",
                                Signatures.REFERENCE,
                                Mix.CALM,
                                Traffic.Kind.JSON),
                        message,
                        benchmark("Jackson, all tokens", "jsonTokens", Mix.CALM, Traffic.Kind.JSON, Map.of())),
                Score.columns(List.of(cost("cost, Jackson to the message = 1", message))));
    }

    private Comparison<Candidate<Score>, Score> catalog(Mix mix) {
        List<Candidate<Score>> candidates = peers(BY_ANCHORS, Signatures.CATALOG, mix);
        candidates.add(benchmark("Recognizer.mayMatch", "mayMatch", mix, Traffic.Kind.ALL, Map.of()));
        candidates.add(benchmark(
                "Recognizer.recognise, lines that may match", "recognize", mix, Traffic.Kind.CANDIDATES, Map.of()));
        return new Comparison<>(
                "The catalog that ships, " + mix.share() + " errors",
                "%,d signatures; the first rows: anchors and patterns alone."
                        .formatted(Signatures.named(Signatures.CATALOG).size()),
                candidates,
                Score.columns(List.of(cost("cost, Mendline = 1", candidates.get(0)))));
    }

    private static Column<Candidate<Score>, Score> cost(String heading, Candidate<Score> base) {
        return ratio(heading, base, Score::nanosPerLine);
    }

    private static Column<Candidate<Score>, Score> ratio(
            String heading, Candidate<Score> base, ToDoubleFunction<Score> figure) {
        return Column.ratio(heading, any -> base, figure);
    }

    private List<Candidate<Score>> peers(Set<Peer> peers, String set, Mix mix) {
        return peers.stream()
                .filter(present::contains)
                .map(peer -> peer(peer, set, mix))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Candidate<Score> peer(Peer peer, String set, Mix mix) {
        return peer(peer, peer.title(), set, mix, Traffic.Kind.ALL);
    }

    private Candidate<Score> peer(Peer peer, String title, String set, Mix mix, Traffic.Kind kind) {
        return benchmark(title, "match", mix, kind, Map.of("peer", peer.name(), "set", set));
    }

    private Candidate<Score> benchmark(
            String title, String method, Mix mix, Traffic.Kind kind, Map<String, String> besides) {
        Map<String, String> parameters = new HashMap<>(besides);
        parameters.put("mix", mix.name());
        parameters.put("kind", kind.name());
        parameters.put("lines", Integer.toString(LINES));
        parameters.put("folder", corpora.toString());
        return new JmhCandidate(title, method, parameters, extent);
    }

    private Optional<Candidate<Score>> hyperscan(String title, String set, Mix mix) {
        return hyperscan.isPresent()
                ? Optional.of(new Hyperscan.InProcess(title, hyperscan, set, corpus(mix), LINES, extent))
                : Optional.empty();
    }
}
