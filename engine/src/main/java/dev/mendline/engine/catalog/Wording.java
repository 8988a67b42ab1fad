package dev.mendline.engine.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sentence in which placeholders are replaced, with words that read well if values are unknown. Parentheses lose the
 * parts with an unknown value, and {@code {host}:{port}} loses an unknown port.
 */
final class Wording {
    /** Noun and placeholder, which are replaced together if the value is unknown. */
    private record Phrase(String noun, String name, String unknown) {
        private String text() {
            return noun + " {" + name + "}";
        }
    }

    private static final List<Phrase> PHRASES = List.of(
            new Phrase("zone", "zone", "the service's zone"),
            new Phrase("Zone", "zone", "the service's zone"),
            new Phrase("zone", "elsewhere", "another zone"),
            new Phrase("Zone", "elsewhere", "another zone"),
            new Phrase("port", "port", "the port"),
            new Phrase("alert", "alert", "an alert"),
            new Phrase("error", "code", "error"),
            new Phrase("the name", "host", "the node's name"));

    private static final String NODE = "{host}:{port}";
    private static final Pattern ASIDE = Pattern.compile(" ?\\(([^()]*\\{[a-z]+}[^()]*)\\)");
    private static final Pattern UNKNOWN = Pattern.compile(
            PHRASES.stream().map(phrase -> Pattern.quote(phrase.text())).collect(Collectors.joining("|")) + "|"
                    + Placeholders.NAME.pattern());

    private Wording() {}

    static String fill(String sentence, Function<String, @Nullable String> value) {
        boolean isNode = value.apply("host") != null && value.apply("port") != null;
        String known = ASIDE.matcher(isNode ? sentence : sentence.replace(NODE, "{host}"))
                .replaceAll(aside -> Matcher.quoteReplacement(aside(aside, value)));
        return UNKNOWN.matcher(known).replaceAll(found -> Matcher.quoteReplacement(words(known, found, value)));
    }

    private static String aside(MatchResult aside, Function<String, @Nullable String> value) {
        String known = Arrays.stream(aside.group(1).split(", "))
                .filter(part ->
                        Placeholders.NAME.matcher(part).results().allMatch(name -> value.apply(name.group(1)) != null))
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : aside.group().replace(aside.group(1), known);
    }

    private static String words(String sentence, MatchResult found, Function<String, @Nullable String> value) {
        Phrase phrase = PHRASES.stream()
                .filter(each -> each.text().equals(found.group()))
                .findFirst()
                .orElse(null);
        String name = phrase == null ? found.group(1) : phrase.name();
        String filled = value.apply(name);
        if (filled != null) {
            return phrase == null ? filled : phrase.noun() + " " + filled;
        }
        String unknown = phrase == null ? Placeholders.unknown(name) : phrase.unknown();
        return unknown == null ? found.group() : beginsSentence(sentence, found.start()) ? capital(unknown) : unknown;
    }

    private static boolean beginsSentence(String sentence, int at) {
        return at == 0 || sentence.startsWith(". ", at - 2);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
