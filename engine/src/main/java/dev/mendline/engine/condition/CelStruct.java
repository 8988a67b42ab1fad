package dev.mendline.engine.condition;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.values.SelectableValue;
import java.util.Map;
import java.util.Optional;

/** A structure as CEL asks it for its fields. A map would be walked from end to end each time a condition names it. */
record CelStruct(Map<String, Object> fields) implements SelectableValue<String> {
    @Override
    public Object select(String field) {
        return find(field).orElseThrow(() -> CelAttributeNotFoundException.forFieldResolution(field));
    }

    @Override
    public Optional<Object> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }
}
