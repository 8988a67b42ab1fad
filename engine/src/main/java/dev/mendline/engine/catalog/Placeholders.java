package dev.mendline.engine.catalog;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names in braces in a cause's sentences, e.g. {@code {resolver}}. Without a value, a sentence uses fixed words. A
 * command, which has its own line, shows the name as a blank.
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

    /** Name with its words for an unknown value, and the trust in its values. */
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
            Map.entry("zone", new Name("the service", Trust.PROSE)),
            Map.entry("elsewhere", new Name("of comparison", Trust.PROSE)),
            Map.entry("host", new Name("the node", Trust.WORD)),
            Map.entry("port", new Name("27017", Trust.WORD)),
            Map.entry("address", new Name("its address", Trust.WORD)),
            Map.entry("nodes", new Name("the nodes", Trust.WORD)),
            Map.entry("resolver", new Name("the host's own resolver", Trust.WORD)),
            Map.entry("reference", new Name("another resolver", Trust.WORD)),
            Map.entry("limit", new Name("it does not say how many", Trust.WORD)),
            Map.entry("alert", new Name("of unknown number", Trust.WORD)),
            Map.entry("issuer", new Name("an unknown authority", Trust.PROSE)),
            Map.entry("names", new Name("other names", Trust.PROSE)),
            Map.entry("expiry", new Name("an unknown date", Trust.PROSE)),
            Map.entry("role", new Name("of unknown role", Trust.WORD)),
            Map.entry("current", new Name("an unknown number of", Trust.WORD)),
            Map.entry("available", new Name("an unknown number of", Trust.WORD)),
            Map.entry("percent", new Name("an unknown", Trust.WORD)),
            Map.entry("options", new Name("no options", Trust.STRING)),
            Map.entry("seedlist", new Name("the string without SRV that Atlas shows", Trust.STRING)),
            Map.entry("egress", new Name("its public address", Trust.WORD)),
            Map.entry("entry", new Name("an entry", Trust.PROSE)),
            Map.entry("tier", new Name("of unknown tier", Trust.WORD)),
            Map.entry("rate", new Name("many", Trust.WORD)),
            Map.entry("logins", new Name("refused logins", Trust.PROSE)),
            Map.entry("events", new Name("nothing of this hour", Trust.PROSE)),
            Map.entry("endpoint", new Name("a private endpoint", Trust.PROSE)),
            Map.entry("code", new Name("of unknown number", Trust.WORD)));

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    /** Words that need no quotes in a command; the option is the port syntax of {@code dig}. */
    private static final Pattern HARMLESS =
            Pattern.compile("[A-Za-z0-9_\\[:][A-Za-z0-9._:,\\[\\]-]*(?: -p [0-9]{1,5})?");

    private Placeholders() {}

    static Set<String> names() {
        return new TreeSet<>(NAMES.keySet());
    }

    /** Throws a mistake if a name in the text does not exist or must not stand there. */
    static void require(SourceFile file, String key, String text, Use use) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            Name known = NAMES.get(name.group(1));
            if (known == null) {
                String what = "unknown placeholder " + name.group() + "; allowed: " + String.join(", ", names());
                throw file.mistake(key, name.group(), what);
            }
            file.require(
                    known.trust().allows(use),
                    key,
                    text,
                    name.group() + " contains untrusted text; it is allowed in a sentence, but not in a command or in"
                            + " text to copy");
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
            filled.append(fill(line, use, value));
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

    private static String fill(String line, Use use, BiFunction<String, Use, @Nullable String> value) {
        return NAME.matcher(line).replaceAll(name -> {
            Name known = NAMES.get(name.group(1));
            if (known == null) {
                return Matcher.quoteReplacement(name.group());
            }
            String filled = value.apply(name.group(1), use);
            boolean fits = filled != null
                    && known.trust().allows(use)
                    && (!use.isCommand() || HARMLESS.matcher(filled).matches());
            String blank = use == Use.SENTENCE ? known.unknown() : "<" + name.group(1) + ">";
            return Matcher.quoteReplacement(fits && filled != null ? filled : blank);
        });
    }
}
