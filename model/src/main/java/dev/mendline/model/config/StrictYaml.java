package dev.mendline.model.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Strict YAML reader for records. An unknown, duplicate or missing key, or a value of the wrong type, is a {@link
 * BadFile} with line, key and what is allowed. Keys are in kebab-case. A missing list is empty. Durations are written
 * {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}.
 */
public final class StrictYaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withConfigOverride(List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(new SimpleModule()
                    .addDeserializer(Duration.class, new Durations.Reader())
                    .addDeserializer(Secret.class, new Secret.Reader()))
            .build();

    private static final Pattern COERCED = Pattern.compile("Cannot coerce \\w+ value \\(\"?([^\")]{0,60})\"?\\)");
    private static final Pattern SHAPE =
            Pattern.compile("(?:from|of) (Object|Array|String|Integer|Boolean|Floating-point) value");

    private StrictYaml() {}

    /**
     * Reads one document.
     *
     * @param file name of the file in errors
     * @throws BadFile if the text is not what {@code type} allows
     */
    public static <T> T read(String file, String text, Class<T> type) {
        try {
            boolean empty = text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
            T value = MAPPER.readValue(empty ? "{}" : text, type);
            return value == null ? MAPPER.readValue("{}", type) : value;
        } catch (JacksonException e) {
            throw mistake(file, text, e);
        }
    }

    /**
     * Reads one document and rejects keys and list entries without a value.
     *
     * @throws BadFile if the text is not what {@code type} allows
     */
    public static <T> T readWithoutNulls(String file, String text, Class<T> type) {
        T value = read(file, text, type);
        try {
            List<Object> path = new ArrayList<>();
            if (leadsToNull(MAPPER.readTree(text), path)) {
                throw mistake(file, text, "value is missing", path.toArray());
            }
            return value;
        } catch (JacksonException e) {
            throw mistake(file, text, e);
        }
    }

    private static boolean leadsToNull(JsonNode node, List<Object> path) {
        if (node.isObject()) {
            return node.properties().stream().anyMatch(each -> leadsToNull(each.getValue(), each.getKey(), path));
        }
        for (int i = 0; i < node.size(); i++) {
            if (leadsToNull(node.get(i), i, path)) {
                return true;
            }
        }
        return node.isNull();
    }

    private static boolean leadsToNull(JsonNode value, Object step, List<Object> path) {
        path.add(step);
        if (leadsToNull(value, path)) {
            return true;
        }
        path.remove(path.size() - 1);
        return false;
    }

    /**
     * Returns a mistake that is found only after the whole document is read.
     *
     * @param path path of the key: names, and numbers from 0 within lists
     */
    public static BadFile mistake(String file, String text, String what, Object... path) {
        List<JsonMappingException.Reference> steps = Arrays.stream(path)
                .map(step -> step instanceof Integer index
                        ? new JsonMappingException.Reference(path, index)
                        : new JsonMappingException.Reference(path, step.toString()))
                .toList();
        return new BadFile(file, YamlPlaces.line(text, steps), path(steps), what);
    }

    static JsonNode tree(String text) throws JacksonException {
        return MAPPER.readTree(text);
    }

    static <T> T value(JsonNode tree, Class<T> type) throws JacksonException {
        return MAPPER.treeToValue(tree, type);
    }

    static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    static BadFile mistake(String file, String text, JacksonException e) {
        int reported = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        if (e instanceof JsonMappingException at) {
            int line = YamlPlaces.line(text, at.getPath());
            return new BadFile(file, line > 0 ? line : reported, path(at.getPath()), what(e));
        }
        return new BadFile(file, reported, null, what(e));
    }

    private static String what(JacksonException e) {
        if (e instanceof PropertyBindingException unknown) {
            return "no such key; allowed here: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "'" + format.getValue() + "' is not allowed; allowed: "
                    + Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(constant -> MAPPER.convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof ValueInstantiationException value && value.getCause() != null) {
            return String.valueOf(value.getCause().getMessage());
        }
        if (e instanceof MismatchedInputException mismatch) {
            return found(mismatch.getOriginalMessage()) + expected(mismatch);
        }
        return syntax(e.getOriginalMessage());
    }

    private static String expected(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "";
        }
        if (type.isRecord()) {
            return e.getOriginalMessage().startsWith("Missing") ? "" : " (allowed: a mapping)";
        }
        if (type == boolean.class || type == Boolean.class) {
            return " (allowed: true, false)";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return " (allowed: a number)";
        }
        return List.class.isAssignableFrom(type) ? " (allowed: a list)" : "";
    }

    /** Returns the YAML parser's message without the quoted parts of the file, which may contain a secret. */
    private static String syntax(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .collect(Collectors.joining(": "));
    }

    /** Returns Jackson's message in terms of text, lists and keys instead of tokens and types. */
    private static String found(String message) {
        String first = message.lines().findFirst().orElse("cannot be read");
        Matcher coerced = COERCED.matcher(first);
        if (coerced.lookingAt()) {
            return "'" + coerced.group(1) + "' is not allowed";
        }
        Matcher shape = SHAPE.matcher(first);
        if (shape.find()) {
            return switch (shape.group(1)) {
                case "Object" -> "a mapping is not allowed";
                case "Array" -> "a list is not allowed";
                default -> "a single value is not allowed";
            };
        }
        return first.startsWith("Missing required creator property")
                ? first.replaceAll("Missing required creator property '([^']*)'.*", "'$1' is missing")
                : first.replaceAll("`?[a-z]+(\\.[a-z]+)+\\.([A-Z])", "`$2");
    }

    static String path(List<JsonMappingException.Reference> steps) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : steps) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
