package dev.mendline.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What in a newer schema breaks the promise of an older one: nothing that was there may go, be called or typed otherwise,
 * and what comes must not be demanded of records that were written before. Each breach is a sentence.
 */
final class Compatibility {
    private static final List<String> FIXED = List.of("const", "type", "format", "minItems", "maxItems");

    private final List<String> breaches = new ArrayList<>();
    private final JsonNode oldRoot;
    private final JsonNode newRoot;

    private Compatibility(JsonNode oldRoot, JsonNode newRoot) {
        this.oldRoot = oldRoot;
        this.newRoot = newRoot;
    }

    static List<String> breaches(String name, JsonNode released, JsonNode now) {
        Compatibility comparison = new Compatibility(released, now);
        comparison.compare(name, released, now);
        return comparison.breaches;
    }

    private static JsonNode followed(JsonNode root, JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        JsonNode was = followed(oldRoot, before);
        JsonNode is = followed(newRoot, after);
        for (String keyword : FIXED) {
            if (!was.path(keyword).equals(is.path(keyword))) {
                breaches.add(place + ": its " + keyword + " was " + told(was.path(keyword)) + " and is "
                        + told(is.path(keyword)) + "; a new form needs a new name");
            }
        }
        values(place, was, is);
        properties(place, was, is);
        alternatives(place, was, is);
        compareBoth(place + "[]", was.path("items"), is.path("items"));
        compareBoth(place + ".*", was.path("additionalProperties"), is.path("additionalProperties"));
        places(place, was.path("prefixItems"), is.path("prefixItems"));
        places(place, was.path("anyOf"), is.path("anyOf"));
    }

    private static String told(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private void compareBoth(String place, JsonNode was, JsonNode is) {
        if (!was.isMissingNode() && !is.isMissingNode()) {
            compare(place, was, is);
        }
    }

    private void values(String place, JsonNode was, JsonNode is) {
        Set<String> closed = texts(was.path(EnumForm.CLOSED));
        Set<String> nowClosed = texts(is.path(EnumForm.CLOSED));
        if (!closed.equals(nowClosed)) {
            breaches.add(place + ": its values were " + closed + " and are " + nowClosed
                    + "; readers were told that there are no others");
        }
        Set<String> gone = texts(was.path(EnumForm.OPEN));
        gone.removeAll(texts(is.path(EnumForm.OPEN)));
        if (!gone.isEmpty()) {
            breaches.add(place + ": the values " + gone + " were removed; they stand in older records");
        }
    }

    private void properties(String place, JsonNode was, JsonNode is) {
        was.path("properties").properties().forEach(each -> {
            JsonNode now = is.path("properties").path(each.getKey());
            String there = place + "." + each.getKey();
            if (now.isMissingNode()) {
                breaches.add(there + " was removed or renamed; a field that was released stays");
            } else {
                compare(there, each.getValue(), now);
            }
        });
        Set<String> before = texts(was.path("required"));
        Set<String> now = texts(is.path("required"));
        for (String name : new TreeSet<>(union(before, now))) {
            if (!now.contains(name) && is.path("properties").has(name)) {
                breaches.add(place + "." + name + " may now be missing; readers were told that it is always there");
            } else if (!before.contains(name) && was.has("properties")) {
                breaches.add(place + "." + name + " is demanded now; older records do not have it");
            }
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Types of journal records, and what facts are by the probe: each that was there is there. */
    private void alternatives(String place, JsonNode was, JsonNode is) {
        for (String keyword : List.of("oneOf", "allOf")) {
            Map<String, JsonNode> now = byName(newRoot, is.path(keyword));
            byName(oldRoot, was.path(keyword)).forEach((name, alternative) -> {
                if (now.containsKey(name)) {
                    compare(place + "(" + name + ")", alternative, now.get(name));
                } else {
                    breaches.add(place + ": the type " + name + " was removed; it stands in older records");
                }
            });
        }
    }

    private static Map<String, JsonNode> byName(JsonNode root, JsonNode alternatives) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode alternative : alternatives) {
            JsonNode schema = followed(root, alternative);
            JsonNode teller = schema.has("if") ? schema.path("if") : schema;
            named.put(teller.findValuesAsText("const").get(0), schema.has("then") ? schema.path("then") : schema);
        }
        return named;
    }

    private void places(String place, JsonNode was, JsonNode is) {
        if (was.size() != is.size()) {
            breaches.add(place + ": it had " + was.size() + " places or forms and has " + is.size());
            return;
        }
        for (int i = 0; i < was.size(); i++) {
            compare(place + "[" + i + "]", was.path(i), is.path(i));
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
