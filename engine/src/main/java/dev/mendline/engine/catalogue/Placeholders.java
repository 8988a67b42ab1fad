package dev.mendline.engine.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that sentences of a cause may hold in braces, e.g. {@code {resolver}}. Where a value is unknown a sentence
 * says so in words, and a command, which stands on a line of its own below its sentence, shows the name as a blank.
 */
public final class Placeholders {
    /** Every name, and the words that stand in a sentence for a value that is not known. */
    public static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("target", "the deployment"),
            Map.entry("services", "the service"),
            Map.entry("zone", "the service"),
            Map.entry("host", "the node"),
            Map.entry("port", "27017"),
            Map.entry("address", "its address"),
            Map.entry("nodes", "the nodes"),
            Map.entry("resolver", "the host's own resolver"),
            Map.entry("reference", "another resolver"),
            Map.entry("limit", "it does not say how many"),
            Map.entry("alert", "an alert"),
            Map.entry("issuer", "an authority that is not known"),
            Map.entry("names", "other names"),
            Map.entry("expiry", "a date that is not known"),
            Map.entry("role", "no known role"),
            Map.entry("elsewhere", "another zone"),
            Map.entry("current", "an unknown number of"),
            Map.entry("available", "an unknown number of"),
            Map.entry("percent", "an unknown share of"),
            Map.entry("options", "no options"),
            Map.entry("seedlist", "the string without SRV that Atlas shows under the oldest driver version"),
            Map.entry("code", "an error"));

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

    /** The sentence, and the commands below it, with each name's value in its place; {@code value} may answer null. */
    public static String fill(String text, Function<String, @Nullable String> value) {
        int command = text.indexOf('\n');
        return command < 0
                ? fill(text, value, NAMES::get)
                : fill(text.substring(0, command), value, NAMES::get)
                        + fill(text.substring(command), value, name -> "<" + name + ">");
    }

    private static String fill(
            String text, Function<String, @Nullable String> value, Function<String, @Nullable String> blank) {
        return NAME.matcher(text).replaceAll(name -> {
            String known = value.apply(name.group(1));
            String shown = known != null ? known : blank.apply(name.group(1));
            return Matcher.quoteReplacement(shown != null ? shown : name.group());
        });
    }
}
