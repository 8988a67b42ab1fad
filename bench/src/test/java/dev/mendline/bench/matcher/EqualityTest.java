package dev.mendline.bench.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EqualityTest {
    private static final int LINES = 400;

    @TempDir
    Path folder;

    @Test
    void says_on_how_much_everybody_agreed() {
        String sentence = Equality.check(
                Signatures.REFERENCE,
                Corpus.in(folder, Mix.OUTAGE, LINES),
                LINES,
                EnumSet.of(Peer.HANKCS, Peer.RE2J),
                Optional.empty(),
                Extent.quick(1));

        assertThat(sentence)
                .matches("46 signatures, 50 % errors: the same [0-9]+ pairs in 400 lines, hash [0-9a-f]{16};"
                        + " RE2/J, each on the first 80");
    }

    @Test
    void names_line_and_signature_where_somebody_differs() {
        Corpus corpus = Corpus.in(folder, Mix.CALM, LINES);
        Hits found = Equality.expected(Signatures.REFERENCE, corpus.first(LINES));
        found.add(2, 5);

        assertThatThrownBy(() -> new Equality(Signatures.REFERENCE, corpus, LINES).compare("Somebody", found))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "Somebody, 46 signatures, " + corpus.file().getFileName()
                                + ": line 3, signature dns-unmarshal: found, but not there by the pattern's own find().");
    }
}
