package dev.mendline.engine.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.recognition.Recognizer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private static Gap gap(String example) {
        return new Gap(Template.of(example), 3, List.of("orders"), AT, AT, example);
    }

    private static String recognised(Proposal proposal, String text) {
        Catalog catalog = Catalog.of(List.of(new SourceFile("symptoms/" + proposal.id() + ".yaml", proposal.yaml())));
        return String.valueOf(new Recognizer(catalog).recognise(text).symptom());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MongoFluxError: capacitor of cluster0-shard-00-00.ab1cd.mongodb.net:27017 is empty after 30000 ms",
                "com.mongodb.MongoOddException: no (such) thing [a|b] \"quoted\" \\ back\n\tat com.mongodb.A.b(A.java:1)",
                "Error in mongodb: 'it''s' <odd> & $weird ^ {x} * +",
                "Caused by: com.mongodb.MongoHiccup: 日本語 hiccup number 7 at 10:00:00\n",
                "pymongo.errors.StrangeError: {'ok': 0, 'code': 4711, 'errmsg': 'the moon is full'}",
                "com.example.OddError: the capacitor is empty\n\tat com.mongodb.A.b(A.java:1)\nCaused by: com.acme.FluxException: https://x the flux gone"
            })
    void a_proposal_loads_and_recognises_its_example(String example) {
        Proposal proposal = Proposal.of(gap(example), Set.of()).orElseThrow();

        assertThat(recognised(proposal, example)).isEqualTo(proposal.id());
    }

    @Test
    void it_recognises_the_same_of_another_host() {
        Proposal proposal = Proposal.of(
                        gap("MongoFluxError: capacitor of a.ab1cd.mongodb.net:27017 is empty after 30 ms"), Set.of())
                .orElseThrow();

        assertThat(recognised(proposal, "MongoFluxError: capacitor of z.ab1cd.mongodb.net:27018 is empty after 99 ms"))
                .isEqualTo("gap-mongofluxerror-capacitor-empty-after");
    }

    @Test
    void two_that_would_have_one_name_have_two() {
        String example = "MongoFluxError: capacitor is empty";

        assertThat(Proposal.of(gap(example), Set.of("gap-mongofluxerror-capacitor-empty")))
                .hasValueSatisfying(proposal -> {
                    assertThat(proposal.id()).isEqualTo("gap-mongofluxerror-capacitor-empty-2");
                    assertThat(recognised(proposal, example)).isEqualTo(proposal.id());
                });
    }

    @Test
    void a_word_without_end_makes_no_name_without_end() {
        assertThat(Proposal.of(gap("MongoOddError: " + "x".repeat(290) + " gone away strange"), Set.of()))
                .hasValueSatisfying(
                        proposal -> assertThat(proposal.id().length()).isLessThan(120));
    }

    @Test
    void without_words_that_stay_the_same_there_is_none() {
        assertThat(Proposal.of(gap("mongo 1 2 3"), Set.of())).isEmpty();
    }

    @Test
    void whatever_the_example_holds_the_file_loads() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "abcMongo:\"'\\/<>&{}[]()*+?.|^$#-_ \n\t0123456789é␛\u0001\ufffe\uffff日";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("mongo error ");
            random.ints(random.nextInt(200), 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));
            String example = text.toString();
            Proposal.of(gap(example), Set.of())
                    .ifPresent(proposal -> assertThat(recognised(proposal, example))
                            .as("seed %d: %s", seed, example)
                            .isEqualTo(proposal.id()));
        }
    }
}
