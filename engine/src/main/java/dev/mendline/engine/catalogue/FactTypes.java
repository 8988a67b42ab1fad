package dev.mendline.engine.catalogue;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.mendline.model.Facts;
import dev.mendline.model.Incident;
import dev.mendline.model.Json;
import dev.mendline.model.Node;
import dev.mendline.model.PerNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fact records of {@code model} as CEL types: a finding of the probe {@code dns-srv} is an element of the variable
 * {@code dns_srv}, with outcome, reason, node, zone and the record's own fields under their JSON names.
 */
final class FactTypes implements CelTypeProvider {
    private static final Map<String, Class<?>> RECORDS = records();
    private static final Map<String, CelType> COMMON = Map.of(
            "outcome", SimpleType.STRING,
            "reason", SimpleType.STRING,
            "node", SimpleType.STRING,
            "zone", SimpleType.STRING);

    private final ImmutableMap<String, CelType> types;

    FactTypes() {
        Map<String, CelType> all = new TreeMap<>();
        RECORDS.forEach((probe, record) -> define(all, variable(probe), record, COMMON));
        types = ImmutableMap.copyOf(all);
    }

    private static Map<String, Class<?>> records() {
        Map<String, Class<?>> records = new TreeMap<>();
        for (Class<?> type : Facts.class.getPermittedSubclasses()) {
            records.put(type.getAnnotation(JsonTypeName.class).value(), type);
        }
        return records;
    }

    /** The ids of all probes whose facts are known. */
    static Set<String> ids() {
        return RECORDS.keySet();
    }

    static boolean perNode(String probe) {
        Class<?> record = RECORDS.get(probe);
        return record != null && PerNode.class.isAssignableFrom(record);
    }

    static String variable(String probe) {
        return probe.replace('-', '_');
    }

    CelType listOf(String probe) {
        return ListType.create(Objects.requireNonNull(types.get(variable(probe))));
    }

    /** A finding as CEL sees it; fields of facts that were not observed have their type's empty value. */
    static Optional<Map<String, Object>> value(Incident.Evidence finding) {
        Class<?> record = RECORDS.get(finding.probe());
        if (record == null) {
            return Optional.empty();
        }
        Map<String, Object> value = new HashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            value.put(component.getName(), empty(component.getType()));
        }
        if (finding.facts() != null) {
            Json.map(finding.facts()).forEach((name, fact) -> value.put(name, celValue(fact)));
        }
        value.put("outcome", finding.outcome().word());
        value.put("reason", finding.reason() == null ? "" : finding.reason().word());
        value.put("node", finding.node() == null ? "" : finding.node().toString());
        value.put("zone", finding.zone());
        return Optional.of(value);
    }

    private static Object empty(Class<?> type) {
        if (List.class.isAssignableFrom(type)) {
            return List.of();
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        return type == int.class || type == long.class || type == Integer.class || type == Long.class ? 0L : "";
    }

    /** CEL knows whole numbers only as 64 bits. */
    private static Object celValue(Object json) {
        if (json instanceof Integer number) {
            return number.longValue();
        }
        if (json instanceof List<?> list) {
            return list.stream().map(FactTypes::celValue).toList();
        }
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> converted = new HashMap<>();
            map.forEach((key, value) -> converted.put((String) key, celValue(value)));
            return converted;
        }
        return json == null ? "" : json;
    }

    private static StructType define(
            Map<String, CelType> all, String name, Class<?> record, Map<String, CelType> more) {
        ImmutableMap.Builder<String, CelType> builder =
                ImmutableMap.<String, CelType>builder().putAll(more);
        for (RecordComponent component : record.getRecordComponents()) {
            builder.put(component.getName(), celType(all, component.getGenericType()));
        }
        ImmutableMap<String, CelType> fields = builder.buildOrThrow();
        StructType type = StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
        all.put(name, type);
        return type;
    }

    private static CelType celType(Map<String, CelType> all, Type type) {
        if (type instanceof ParameterizedType list) {
            return ListType.create(celType(all, list.getActualTypeArguments()[0]));
        }
        if (type == boolean.class || type == Boolean.class) {
            return SimpleType.BOOL;
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return SimpleType.INT;
        }
        return type instanceof Class<?> other && other.isRecord() && other != Node.class
                ? define(all, other.getSimpleName(), other, Map.of())
                : SimpleType.STRING;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return types.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
