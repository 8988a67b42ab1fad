package dev.mendline.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.journal.JournalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON form of all records on the wire and on standard output. It is compact UTF-8 with RFC 3339 times in UTC. An
 * absent value is {@code null}, never a missing key. Map entries are sorted by key, so equal records are equal bytes.
 * Reading ignores unknown fields (from a newer writer) and takes a missing list as empty (from an older writer).
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .disable(DeserializationFeature.FAIL_ON_MISSING_EXTERNAL_TYPE_ID_PROPERTY)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .withConfigOverride(List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    static {
        MAPPER.registerSubtypes(JournalRecord.class.getPermittedSubclasses());
        for (ProbeKind kind : ProbeKind.values()) {
            MAPPER.registerSubtypes(new NamedType(kind.facts(), kind.id()));
        }
    }

    private Json() {}

    /** Returns the JSON text of a record, without a line end. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one record.
     *
     * @throws UncheckedIOException if it is not JSON of this type
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one record; empty if there are no bytes or they are not JSON of this type. */
    public static <T> Optional<T> readIfPossible(byte @Nullable [] json, Class<T> type) {
        try {
            return Optional.ofNullable(json).map(bytes -> read(bytes, type));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Returns the value as a tree, for access to fields by name. */
    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Returns the value as maps, lists, strings and numbers. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return MAPPER.convertValue(value, Map.class);
    }
}
