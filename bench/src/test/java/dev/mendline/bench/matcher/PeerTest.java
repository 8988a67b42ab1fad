package dev.mendline.bench.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PeerTest {
    private static final int LINES = 2_000;

    @TempDir
    static Path folder;

    private static List<byte[]> lines(Mix mix) {
        return Corpus.in(folder, mix, LINES).first(LINES);
    }

    private static Hits hits(Method method, String set, List<byte[]> lines) {
        return Hits.of(method, Signatures.named(set).size(), lines);
    }

    private static Stream<Peer> peers() {
        return EnumSet.complementOf(EnumSet.of(Peer.JDK)).stream();
    }

    @ParameterizedTest
    @MethodSource("peers")
    void finds_what_each_patterns_own_find_finds(Peer peer) {
        assumeTrue(peer.missing().isEmpty(), peer.missing());
        for (Mix mix : Mix.values()) {
            List<byte[]> lines = lines(mix);
            Hits expected = Equality.expected(Signatures.REFERENCE, lines);

            Hits found = hits(peer.method(Signatures.named(Signatures.REFERENCE)), Signatures.REFERENCE, lines);

            assertThat(found.differenceTo(expected)).as(mix.share()).isEmpty();
            assertThat(found.hash()).isEqualTo(expected.hash());
            assertThat(found.pairs()).isGreaterThan((long) (mix.errors() * LINES / 2));
        }
    }

    @ParameterizedTest
    @MethodSource("peers")
    void finds_the_same_among_invented_signatures(Peer peer) {
        assumeTrue(peer.missing().isEmpty(), peer.missing());
        List<byte[]> lines = lines(Mix.OUTAGE).subList(0, 500);

        assertThat(hits(peer.method(Signatures.named("300")), "300", lines)
                        .differenceTo(Equality.expected("300", lines)))
                .isEmpty();
    }

    /** The others do not ask for anchors besides. */
    @ParameterizedTest
    @EnumSource(names = {"MENDLINE", "HANKCS", "AHO_CORASICK", "FILTERED_RE2J"})
    void what_looks_for_anchors_finds_the_catalog_as_it_is_meant(Peer peer) {
        List<byte[]> lines = lines(Mix.OUTAGE);
        Hits expected = Equality.expected(Signatures.CATALOG, lines);

        Hits found = hits(peer.method(Signatures.named(Signatures.CATALOG)), Signatures.CATALOG, lines);

        assertThat(found.differenceTo(expected)).isEmpty();
        assertThat(found.pairs()).isGreaterThan(LINES / 2);
    }

    @Test
    void nearly_every_reference_signature_is_in_the_corpus() {
        List<PortableSignature> wanted = Signatures.named(Signatures.REFERENCE);
        BitSet seen = new BitSet();
        Method method = Peer.JDK.method(wanted);
        lines(Mix.OUTAGE).forEach(line -> method.match(line, seen));

        assertThat(Stream.iterate(0, i -> i + 1)
                        .limit(wanted.size())
                        .filter(i -> !seen.get(i))
                        .map(i -> wanted.get(i).id()))
                .isSubsetOf(Set.of("go-no-such-host", "pool-cleared", "reset"));
    }
}
