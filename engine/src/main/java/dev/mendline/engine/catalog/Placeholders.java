package dev.mendline.engine.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names in braces in a cause's sentences, e.g. {@code {resolver}}. Without a value, a sentence uses fixed words (see
 * {@link Wording}). A command, which has its own line, shows the name in capitals: {@code RESOLVER}.
 */
public final class Placeholders {
    /** Place of a value in a text. */
    public enum Use {
        /** Prose, which is never run. */
        SENTENCE,
        /** Text to copy that is not a command. */
        COPY,
        /** A command for Linux and macOS. */
        UNIX,
        /** A command for Windows. */
        WINDOWS;

        boolean isCommand() {
            return this == UNIX || this == WINDOWS;
        }
    }

    /** Words for an unknown value, and the trust in the values. */
    private record Name(String unknown, Trust trust) {}

    /** Trust in a value, which limits the places where it may be used. */
    private enum Trust {
        /** Arbitrary text. */
        PROSE,
        /** Text built from checked parts, with characters that are special in a shell. */
        STRING,
        /** Checked name, address or number. */
        WORD;

        boolean allows(Use use) {
            return use == Use.SENTENCE || this == WORD || (this == STRING && use == Use.COPY);
        }
    }

    static final String UNIX_LINE = "\nLinux/macOS: ";
    static final String WINDOWS_LINE = "\nWindows: ";

    private static final Map<String, Name> NAMES = Map.ofEntries(
            Map.entry("target", new Name("the deployment", Trust.WORD)),
            Map.entry("services", new Name("the service", Trust.PROSE)),
            Map.entry("zone", new Name("the service's zone", Trust.PROSE)),
            Map.entry("elsewhere", new Name("another zone", Trust.PROSE)),
            Map.entry("host", new Name("the node", Trust.WORD)),
            Map.entry("port", new Name("the port", Trust.WORD)),
            Map.entry("address", new Name("the node's address", Trust.WORD)),
            Map.entry("nodes", new Name("the nodes", Trust.WORD)),
            Map.entry("resolver", new Name("the host's own resolver", Trust.WORD)),
            Map.entry("reference", new Name("another resolver", Trust.WORD)),
            Map.entry("limit", new Name("the limit", Trust.WORD)),
            Map.entry("alert", new Name("an alert", Trust.WORD)),
            Map.entry("issuer", new Name("an unknown authority", Trust.PROSE)),
            Map.entry("names", new Name("other names", Trust.PROSE)),
            Map.entry("expiry", new Name("an unknown date", Trust.PROSE)),
            Map.entry("role", new Name("of unknown role", Trust.WORD)),
            Map.entry("current", new Name("an unknown number of", Trust.WORD)),
            Map.entry("available", new Name("an unknown number of", Trust.WORD)),
            Map.entry("percent", new Name("a part", Trust.WORD)),
            Map.entry("options", new Name("no options", Trust.STRING)),
            Map.entry(
                    "seedlist",
                    new Name("use the string that Atlas > Connect shows for the oldest driver version.", Trust.STRING)),
            Map.entry("egress", new Name("the public address", Trust.WORD)),
            Map.entry("entry", new Name("an entry", Trust.PROSE)),
            Map.entry("tier", new Name("of unknown tier", Trust.WORD)),
            Map.entry("rate", new Name("many", Trust.WORD)),
            Map.entry("logins", new Name("refused logins", Trust.PROSE)),
            Map.entry("events", new Name("no event", Trust.PROSE)),
            Map.entry("endpoint", new Name("a private endpoint", Trust.PROSE)),
            Map.entry("code", new Name("an error", Trust.WORD)));

    static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    /** Words that need no quotes in a command; the option is the port syntax of {@code dig}. */
    private static final Pattern HARMLESS =
            Pattern.compile("[A-Za-z0-9_\\[:][A-Za-z0-9._:,\\[\\]-]*(?: -p [0-9]{1,5})?");

    private Placeholders() {}

    public static Set<String> names() {
        return new TreeSet<>(NAMES.keySet());
    }

    /** Adds a mistake for each name in the text that does not exist or is not allowed in this place. */
    static void require(FileCheck file, String key, String text, Use use) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            Name known = NAMES.get(name.group(1));
            if (known == null) {
                String what = "unknown placeholder " + name.group() + "; allowed: " + String.join(", ", names());
                file.add(key, name.group(), what);
            } else {
                file.require(
                        known.trust().allows(use),
                        key,
                        text,
                        name.group() + " contains untrusted text; it is allowed in a sentence, but not in a command or"
                                + " in text to copy");
            }
        }
    }

    /** Replaces each name by its value; {@code value} may return null for an unknown value. */
    public static String fill(String text, BiFunction<String, Use, @Nullable String> value) {
        StringBuilder filled = new StringBuilder();
        int start = 0;
        Use use = Use.SENTENCE;
        while (start < text.length()) {
            int end = text.indexOf('\n', start + 1);
            String line = text.substring(start, end < 0 ? text.length() : end);
            use = use(line, use);
            filled.append(filled(line, use, value));
            start += line.length();
        }
        return filled.toString();
    }

    /** Returns the use of a line; a command may span several lines. */
    private static Use use(String line, Use before) {
        if (line.startsWith(UNIX_LINE)) {
            return Use.UNIX;
        }
        if (line.startsWith(WINDOWS_LINE)) {
            return Use.WINDOWS;
        }
        return before == Use.SENTENCE && line.startsWith("\n") ? Use.COPY : before;
    }

    private static String filled(String line, Use use, BiFunction<String, Use, @Nullable String> values) {
        Function<String, @Nullable String> value = name -> usable(name, use, values.apply(name, use));
        if (use == Use.SENTENCE) {
            return Wording.fill(line, value);
        }
        Matcher only = NAME.matcher(line.strip());
        if (use == Use.COPY && only.matches() && value.apply(only.group(1)) == null) {
            return " " + unknown(only.group(1));
        }
        return NAME.matcher(line).replaceAll(name -> {
            String filled = NAMES.containsKey(name.group(1)) ? value.apply(name.group(1)) : name.group();
            return Matcher.quoteReplacement(filled == null ? name.group(1).toUpperCase(Locale.ROOT) : filled);
        });
    }

    /** Returns the value of a name; null if it is unknown or not allowed in this place. */
    private static @Nullable String usable(String name, Use use, @Nullable String value) {
        Name known = NAMES.get(name);
        boolean isUsable = known != null
                && value != null
                && !value.isBlank()
                && known.trust().allows(use)
                && (!use.isCommand() || HARMLESS.matcher(value).matches());
        return isUsable ? value : null;
    }

    /** Returns the words for an unknown value; null if the name is no placeholder. */
    static @Nullable String unknown(String name) {
        Name known = NAMES.get(name);
        return known == null ? null : known.unknown();
    }
}
