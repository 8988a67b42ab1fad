package dev.mendline.engine.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that sentences of a cause may hold in braces, e.g. {@code {resolver}}; what is unknown shows as its name. */
public final class Placeholders {
    /** Every name, and how it reads where its value is unknown. */
    public static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("target", "<deployment>"),
            Map.entry("services", "<service>"),
            Map.entry("zone", "<zone>"),
            Map.entry("host", "<node>"),
            Map.entry("port", "27017"),
            Map.entry("address", "<address>"),
            Map.entry("nodes", "<node>:27017"),
            Map.entry("resolver", "<resolver>"),
            Map.entry("reference", "<other resolver>"),
            Map.entry("limit", "<limit>"));

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private Placeholders() {}

    /** Names in the sentence that do not exist. */
    static Set<String> unknown(String sentence) {
        Set<String> unknown = new TreeSet<>();
        Matcher name = NAME.matcher(sentence);
        while (name.find()) {
            if (!NAMES.containsKey(name.group(1))) {
                unknown.add(name.group(1));
            }
        }
        return unknown;
    }

    /** The sentence with each name's value in its place; {@code value} may answer null. */
    public static String fill(String sentence, UnaryOperator<@org.jspecify.annotations.Nullable String> value) {
        return NAME.matcher(sentence).replaceAll(name -> {
            String known = value.apply(name.group(1));
            return Matcher.quoteReplacement(known != null ? known : NAMES.getOrDefault(name.group(1), name.group()));
        });
    }
}
