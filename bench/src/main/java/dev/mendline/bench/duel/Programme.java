package dev.mendline.bench.duel;

import dev.mendline.bench.corpus.Mix;
import dev.mendline.bench.hyperscan.Hyperscan;
import dev.mendline.bench.jmh.Kind;
import dev.mendline.bench.jmh.Parsing;
import dev.mendline.bench.jmh.Recognising;
import dev.mendline.bench.method.Peer;
import dev.mendline.bench.signature.Signatures;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** List of the matcher's contests. */
final class Programme {
    private static final List<String> COUNTS = List.of(Signatures.REFERENCE, "100", "300", "1000");
    private static final String MANY = "1000";
    private static final String HYPERSCAN = "Hyperscan, C, a call per line";
    private static final Set<Peer> ALL = EnumSet.complementOf(EnumSet.of(Peer.FILTERED_RE2J));
    private static final Set<Peer> BUT_RE2J = EnumSet.complementOf(EnumSet.of(Peer.RE2J, Peer.FILTERED_RE2J));
    private static final Set<Peer> FAST = EnumSet.of(Peer.MENDLINE, Peer.GLIWKA, Peer.JDK);
    private static final Set<Peer> BY_ANCHORS =
            EnumSet.of(Peer.MENDLINE, Peer.HANKCS, Peer.AHO_CORASICK, Peer.FILTERED_RE2J);

    private final Field field;

    Programme(Field field) {
        this.field = field;
    }

    /** Returns all contests in order. */
    List<Contest> contests() {
        return List.of(
                beside(Signatures.REFERENCE, Mix.CALM, ALL),
                beside(Signatures.REFERENCE, Mix.OUTAGE, ALL),
                beside(MANY, Mix.CALM, BUT_RE2J),
                beside(MANY, Mix.OUTAGE, FAST),
                growth("Mendline", COUNTS.stream().map(set -> field.peer(Peer.MENDLINE, set, set, Mix.CALM, Kind.ALL))),
                growth(HYPERSCAN, COUNTS.stream().map(set -> field.hyperscan(set, set, Mix.CALM))),
                json(),
                catalog(Mix.CALM),
                catalog(Mix.OUTAGE));
    }

    /** Checks that all methods find the same before anything is measured; returns one sentence per check. */
    Stream<String> equalities(Effort effort) {
        Optional<Hyperscan> hyperscan =
                Optional.of(field.hyperscan()).filter(there -> there.missing().isEmpty());
        return Stream.concat(
                COUNTS.stream()
                        .flatMap(set -> Stream.of(Mix.values())
                                .map(mix -> Equality.check(
                                        set, field.corpus(mix), field.lines(), here(ALL), hyperscan, effort))),
                Stream.of(Mix.values())
                        .map(mix -> Equality.check(
                                Signatures.CATALOG,
                                field.corpus(mix),
                                field.lines(),
                                here(BY_ANCHORS),
                                Optional.empty(),
                                effort)));
    }

    private static Set<Peer> here(Set<Peer> peers) {
        Set<Peer> here = EnumSet.copyOf(peers);
        here.removeIf(peer -> !peer.missing().isEmpty());
        // It is the reference itself.
        here.remove(Peer.JDK);
        return here;
    }

    private Contest beside(String set, Mix mix, Set<Peer> peers) {
        List<Contestant> contestants = new ArrayList<>();
        peers.forEach(peer -> field.peer(peer, set, mix).ifPresent(contestants::add));
        Optional<Contestant> hyperscan = field.hyperscan(HYPERSCAN, set, mix);
        hyperscan.ifPresent(there -> contestants.add(1, there));
        List<Comparison> comparisons = new ArrayList<>();
        hyperscan.ifPresent(there -> comparisons.add(Comparison.speedOf("speed, Hyperscan in C = 1", there)));
        field.peer(Peer.JDK, set, mix)
                .ifPresent(there -> comparisons.add(Comparison.speedOf("speed, java.util.regex = 1", there)));
        comparisons.add(Comparison.costOf("Mendline is faster, times", contestants.get(0)));
        return new Contest(Signatures.title(set) + ", " + mix.share() + " errors", "", contestants, comparisons);
    }

    private static Contest growth(String who, Stream<Optional<Contestant>> counts) {
        List<Contestant> contestants = counts.flatMap(Optional::stream).toList();
        return new Contest(
                "Number of signatures, 1 % errors: " + who,
                "",
                contestants,
                contestants.stream()
                        .limit(1)
                        .map(first -> Comparison.costOf("cost, 46 = 1", first))
                        .toList());
    }

    private Contest json() {
        Contestant message =
                field.onJvm("Jackson, to the message", Parsing.class, "message", Mix.CALM, Kind.JSON, Map.of());
        List<Contestant> contestants = new ArrayList<>();
        field.peer(Peer.MENDLINE, "Mendline, 46 signatures, raw bytes", Signatures.REFERENCE, Mix.CALM, Kind.JSON)
                .ifPresent(contestants::add);
        contestants.add(message);
        contestants.add(field.onJvm("Jackson, all tokens", Parsing.class, "tokens", Mix.CALM, Kind.JSON, Map.of()));
        return new Contest(
                "Lines of JSON, 1 % errors",
                "", contestants, List.of(Comparison.costOf("cost, Jackson to the message = 1", message)));
    }

    private Contest catalog(Mix mix) {
        List<Contestant> contestants = new ArrayList<>();
        BY_ANCHORS.forEach(peer -> field.peer(peer, Signatures.CATALOG, mix).ifPresent(contestants::add));
        contestants.add(field.onJvm("Recogniser.mayMatch", Recognising.class, "mayMatch", mix, Kind.ALL, Map.of()));
        contestants.add(field.onJvm(
                "Recogniser.recognise, lines that may match",
                Recognising.class,
                "recognise",
                mix,
                Kind.CANDIDATES,
                Map.of()));
        return new Contest(
                "The catalog that ships, " + mix.share() + " errors",
                "%,d signatures; the first rows: anchors and patterns alone."
                        .formatted(Signatures.named(Signatures.CATALOG).size()),
                contestants,
                List.of(Comparison.costOf("cost, Mendline = 1", contestants.get(0))));
    }
}
