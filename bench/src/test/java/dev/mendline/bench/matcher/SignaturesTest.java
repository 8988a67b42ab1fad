package dev.mendline.bench.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    @ParameterizedTest
    @ValueSource(ints = {46, 100, 300, 1_000})
    void a_set_has_as_many_signatures_as_its_name_says_and_no_two_alike(int count) {
        List<PortableSignature> set = Signatures.named(Integer.toString(count));

        assertThat(set).hasSize(count);
        assertThat(set).extracting(PortableSignature::pattern).doesNotHaveDuplicates();
        assertThat(set).extracting(PortableSignature::id).doesNotHaveDuplicates();
    }

    @Test
    void a_larger_set_begins_with_the_smaller_one() {
        assertThat(Signatures.named("300")).startsWith(Signatures.named("100").toArray(PortableSignature[]::new));
        assertThat(Signatures.named("100")).startsWith(Signatures.named("46").toArray(PortableSignature[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", Signatures.CATALOG})
    void literals_are_long_enough_to_be_looked_for(String name) {
        assertThat(Signatures.named(name))
                .allSatisfy(one -> assertThat(one.literals()).isNotEmpty().allMatch(literal -> literal.length() >= 7));
    }

    @Test
    void the_catalog_that_ships_is_a_set_too() {
        assertThat(Signatures.named(Signatures.CATALOG))
                .extracting(PortableSignature::id)
                .contains("srv-refused", "auth-failed");
        assertThat(Signatures.named(Signatures.CATALOG))
                .noneMatch(one -> one.pattern().contains("(?P<"));
    }
}
