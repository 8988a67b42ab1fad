package dev.mendline.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** As a reader with the published schema at hand validates. */
final class Validation {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<WireSchema, Schema> PUBLISHED = new EnumMap<>(WireSchema.class);

    private Validation() {}

    static List<String> mistakes(WireSchema schema, JsonNode value) {
        return PUBLISHED
                .computeIfAbsent(
                        schema, each -> REGISTRY.getSchema(WireSchema.read(each.published()), InputFormat.JSON))
                .validate(
                        value.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
