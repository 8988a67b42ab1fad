package dev.mendline.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** What stands on a topic, held against its published schema. */
final class Wire {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Wire() {}

    static void assertValid(String schema, String json) {
        assertThat(REGISTRY.getSchema(
                                SchemaLocation.of("classpath:dev/mendline/model/schema/" + schema + ".schema.json"))
                        .validate(json, InputFormat.JSON))
                .as("by the schema %s: %s", schema, json)
                .isEmpty();
    }
}
