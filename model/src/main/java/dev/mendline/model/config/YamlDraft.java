package dev.mendline.model.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Document read despite mistakes. Unknown keys are left out, and a default replaces a missing or wrong value, so that
 * the next mistake is found.
 *
 * @param value null if the text is no YAML or cannot be repaired
 * @param repaired paths of the keys whose value is a default
 */
public record YamlDraft<T>(@Nullable T value, List<BadFile> mistakes, List<String> repaired) {
    private static final int MAX_MISTAKES = 200;

    public YamlDraft {
        mistakes = List.copyOf(mistakes);
        repaired = List.copyOf(repaired);
    }

    /** Reads one document and rejects what {@link StrictYaml#readWithoutNulls} rejects. */
    public static <T> YamlDraft<T> read(String file, String text, Class<T> type) {
        try {
            return new YamlDraft<>(StrictYaml.readWithoutNulls(file, text, type), List.of(), List.of());
        } catch (BadFile first) {
            return new Repair<>(file, text, type, first).draft();
        }
    }

    /** Repair of one document. */
    private static final class Repair<T> {
        private final String file;
        private final String text;
        private final Class<T> type;
        private final List<BadFile> mistakes = new ArrayList<>();
        private final TreeSet<String> repaired = new TreeSet<>();
        private final TreeSet<String> filled = new TreeSet<>();

        Repair(String file, String text, Class<T> type, BadFile first) {
            this.file = file;
            this.text = text;
            this.type = type;
            mistakes.add(first);
        }

        YamlDraft<T> draft() {
            try {
                JsonNode root = StrictYaml.tree(text);
                withoutNulls(root, new ArrayList<>());
                return new YamlDraft<>(value(root), mistakes, List.copyOf(repaired));
            } catch (JacksonException noYaml) {
                return new YamlDraft<>(null, mistakes, List.of());
            }
        }

        private void add(BadFile mistake) {
            String key = String.valueOf(mistake.key());
            boolean isKnown = mistakes.stream()
                            .anyMatch(known -> key.equals(String.valueOf(known.key()))
                                    && mistake.what().equals(known.what()))
                    || repaired.stream().anyMatch(other -> isAt(key, other));
            if (!isKnown) {
                mistakes.add(mistake);
            }
        }

        /** Leaves out keys without a value; a list's entry without one stays, and is repaired as a wrong value. */
        private void withoutNulls(JsonNode node, List<Object> path) {
            for (Map.Entry<String, JsonNode> each : List.copyOf(node.properties())) {
                path.add(each.getKey());
                if (each.getValue().isNull()) {
                    ((ObjectNode) node).remove(each.getKey());
                    missing(path);
                } else {
                    withoutNulls(each.getValue(), path);
                }
                path.remove(path.size() - 1);
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                path.add(i);
                if (node.get(i).isNull()) {
                    ((ArrayNode) node).set(i, "");
                    missing(path);
                } else {
                    withoutNulls(node.get(i), path);
                }
                path.remove(path.size() - 1);
            }
        }

        private void missing(List<Object> path) {
            BadFile mistake = StrictYaml.mistake(file, text, "value is missing", path.toArray());
            add(mistake);
            repaired.add(String.valueOf(mistake.key()));
        }

        private @Nullable T value(JsonNode root) {
            for (int i = 0; i < MAX_MISTAKES; i++) {
                try {
                    return StrictYaml.value(root, type);
                } catch (JsonMappingException e) {
                    add(StrictYaml.mistake(file, text, e));
                    if (!repairs(root, e)) {
                        return null;
                    }
                } catch (JacksonException e) {
                    return null;
                }
            }
            return null;
        }

        private boolean repairs(JsonNode root, JsonMappingException e) {
            List<Reference> path = new ArrayList<>(e.getPath());
            Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
            if (e instanceof PropertyBindingException && !path.isEmpty()) {
                Reference last = path.remove(path.size() - 1);
                return node(root, path) instanceof ObjectNode object && object.remove(last.getFieldName()) != null;
            }
            if (path.isEmpty() || target == null || !filled.add(StrictYaml.path(path))) {
                return false;
            }
            repaired.add(StrictYaml.path(path));
            Reference last = path.remove(path.size() - 1);
            JsonNode parent = node(root, path);
            JsonNode filler = StrictYaml.node(filler(target));
            return last.getFieldName() == null
                    ? parent instanceof ArrayNode list && list.set(last.getIndex(), filler) != null
                    : parent instanceof ObjectNode object && object.set(last.getFieldName(), filler) != null;
        }

        private static @Nullable JsonNode node(JsonNode root, List<Reference> path) {
            JsonNode node = root;
            for (Reference step : path) {
                node = node == null
                        ? null
                        : step.getFieldName() == null ? node.get(step.getIndex()) : node.get(step.getFieldName());
            }
            return node;
        }

        private static Object filler(Class<?> type) {
            if (type.isEnum()) {
                return type.getEnumConstants()[0];
            }
            if (type == boolean.class || type == Boolean.class) {
                return false;
            }
            return type.isPrimitive() || Number.class.isAssignableFrom(type)
                    ? 0
                    : List.class.isAssignableFrom(type) ? List.of() : type.isRecord() ? Map.of() : "";
        }
    }

    /** Returns true if a key is the other one or below it. */
    public static boolean isAt(String key, String other) {
        return key.equals(other) || key.startsWith(other + "[") || key.startsWith(other + ".");
    }
}
