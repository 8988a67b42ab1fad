package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.model.config.Secret;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.Network;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the page on the configuration contains every key, and that its sample does what it says. */
class ConfigurationPageTest {
    private static final Document PAGE = Document.read("docs/configuration.md");
    private static final PropertyNamingStrategies.NamingBase KEYS =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.KEBAB_CASE;

    /** Types that are written as one value. */
    private static final Set<Type> VALUES = Set.of(Endpoint.class, Network.class, Secret.class);

    private static Stream<String> keys() {
        return keys(Configuration.class).distinct();
    }

    private static Stream<String> keys(Type type) {
        if (type instanceof ParameterizedType list) {
            return Arrays.stream(list.getActualTypeArguments()).flatMap(ConfigurationPageTest::keys);
        }
        return type instanceof Class<?> record && record.isRecord() && !VALUES.contains(type)
                ? Arrays.stream(record.getRecordComponents())
                        .filter(component -> !isIgnored(record, component))
                        .flatMap(component -> Stream.concat(
                                Stream.of(KEYS.translate(component.getName())), keys(component.getGenericType())))
                : Stream.empty();
    }

    private static boolean isIgnored(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName()).isAnnotationPresent(JsonIgnore.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_is_on_the_page(String key) {
        Pattern inBackquotes =
                Pattern.compile("`([a-z-]+: )?(\\{([a-z, -]*, )?)?" + key + "(\\[]|(, [a-z, -]*)?\\})?`");

        assertThat(inBackquotes.matcher(PAGE.text()).find())
                .as("`%s` in %s", key, PAGE)
                .isTrue();
    }

    @Test
    void the_sample_sets_what_it_says() {
        String sample = PAGE.files("mendline\\.yaml").get(0).text();
        Configuration configuration =
                ConfigurationFile.parse(PAGE.toString(), sample.replaceAll("SLACK_BOT_TOKEN|SHOP_PASSWORD", "PATH"));

        assertThat(configuration.inventory().zoneOf("checkout-api").name()).isEqualTo("north");
        assertThat(configuration.inventory().zoneOf("search").name()).isEqualTo("local");
        assertThat(configuration.inventory().targetOf("a.db.example.com"))
                .hasValueSatisfying(target -> assertThat(target.credentials()).isNotNull());
        assertThat(configuration.engine().referenceZone()).isEqualTo("local");
        assertThat(configuration.inventory().suffixOf("cluster0.ab1cd.mongodb.net"))
                .hasValueSatisfying(suffix -> assertThat(suffix.allowNetworks()).isNotEmpty());
    }
}
