package dev.mendline.engine.condition;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.values.SelectableValue;
import java.util.Map;
import java.util.Optional;

/** Structure for CEL with direct access to fields. CEL would iterate over a map on each evaluation. */
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
