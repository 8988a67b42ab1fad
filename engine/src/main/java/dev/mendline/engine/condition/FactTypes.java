package dev.mendline.engine.condition;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.MapMaker;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.mendline.model.Json;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CEL types of the fact records in {@code model}. A finding of the probe {@code dns-srv} is an element of the variable
 * {@code dns_srv}, or of {@code dns_srv_elsewhere} if it comes from another zone. It has outcome, reason, node, zone
 * and the record's own fields by JSON name.
 */
public final class FactTypes implements CelTypeProvider {
    static final String DRIVER = "driver";
    static final String RUNTIME = "runtime";

    /** Variables that contain lists of findings. */
    static final Set<String> VARIABLES = Arrays.stream(ProbeKind.values())
            .flatMap(kind -> Stream.of(here(kind.id()), elsewhere(kind.id())))
            .collect(Collectors.toUnmodifiableSet());

    /** Cache of converted findings, by weak reference. */
    private static final Map<Incident.Evidence, CelValues.Struct> VALUES =
            new MapMaker().weakKeys().makeMap();

    private static final Map<String, CelType> COMMON = Map.of(
            "outcome", SimpleType.STRING,
            "reason", SimpleType.STRING,
            "node", SimpleType.STRING,
            "zone", SimpleType.STRING);

    private final ImmutableMap<String, CelType> types;

    FactTypes() {
        Map<String, CelType> all = new TreeMap<>();
        for (ProbeKind kind : ProbeKind.values()) {
            define(all, here(kind.id()), kind.facts(), COMMON);
        }
        define(all, DRIVER, Driver.class, Map.of());
        define(all, RUNTIME, Platform.class, Map.of());
        types = ImmutableMap.copyOf(all);
    }

    /** Returns the variable of a probe's findings from the services' zones. */
    public static String here(String probe) {
        return probe.replace('-', '_');
    }

    /** Returns the variable of a probe's findings from other zones. */
    static String elsewhere(String probe) {
        return here(probe) + "_elsewhere";
    }

    CelType listOf(String type) {
        return ListType.create(Objects.requireNonNull(types.get(type)));
    }

    /** Returns the CEL value of a finding, from the cache if possible. */
    static CelValues.Struct value(Incident.Evidence finding) {
        return VALUES.computeIfAbsent(finding, FactTypes::struct);
    }

    private static CelValues.Struct struct(Incident.Evidence finding) {
        Facts facts = finding.facts();
        Map<String, Object> value = facts == null
                ? CelValues.fields(ProbeKind.of(finding.probe()).orElseThrow().facts(), Map.of())
                : CelValues.fields(facts.getClass(), Json.map(facts));
        value.put("outcome", finding.outcome().word());
        value.put("reason", finding.reason() == null ? "" : finding.reason().word());
        value.put("node", finding.node() == null ? "" : finding.node().toString());
        value.put("zone", finding.zone());
        return new CelValues.Struct(value);
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
        if (CelValues.isBool(type)) {
            return SimpleType.BOOL;
        }
        if (CelValues.isNumber(type)) {
            return SimpleType.INT;
        }
        return CelValues.isStruct(type)
                ? define(all, ((Class<?>) type).getSimpleName(), (Class<?>) type, Map.of())
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
