package dev.mendline.bench.duel;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import dev.mendline.bench.hyperscan.Hyperscan;
import dev.mendline.bench.jmh.Kind;
import dev.mendline.bench.jmh.Matching;
import dev.mendline.bench.method.Peer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Environment of contests: a corpus in a folder, and Hyperscan if available.
 *
 * @param lines number of lines of a corpus that are used repeatedly
 */
record Field(Path folder, int lines, Hyperscan hyperscan) {
    Corpus corpus(Mix mix) {
        return Corpus.in(folder, mix, Corpus.LINES);
    }

    /** Returns a method on the JVM, if its code runs here. */
    Optional<Contestant> peer(Peer peer, String title, String set, Mix mix, Kind kind) {
        return peer.missing().isEmpty()
                ? Optional.of(onJvm(title, Matching.class, "match", mix, kind, Map.of("peer", peer.name(), "set", set)))
                : Optional.empty();
    }

    Optional<Contestant> peer(Peer peer, String set, Mix mix) {
        return peer(peer, peer.title(), set, mix, Kind.ALL);
    }

    Optional<Contestant> hyperscan(String title, String set, Mix mix) {
        return hyperscan.missing().isEmpty()
                ? Optional.of(new InC(title, hyperscan, set, corpus(mix), lines))
                : Optional.empty();
    }

    Contestant onJvm(String title, Class<?> benchmark, String method, Mix mix, Kind kind, Map<String, String> besides) {
        Map<String, String> parameters = new HashMap<>(besides);
        parameters.put("mix", mix.name());
        parameters.put("kind", kind.name());
        parameters.put("lines", Integer.toString(lines));
        parameters.put("folder", folder.toString());
        return new OnJvm(title, benchmark.getName() + "." + method, parameters);
    }

    /** Returns one line per missing method, with the reason. */
    Stream<String> absent() {
        return Stream.concat(
                Stream.of(Peer.values())
                        .filter(peer -> !peer.missing().isEmpty())
                        .map(peer -> peer.title() + ": " + peer.missing()),
                Stream.of("Hyperscan, C: " + hyperscan.missing())
                        .filter(line -> !hyperscan.missing().isEmpty()));
    }
}
