package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.engine.catalogue.Signature;
import dev.mendline.engine.catalogue.Symptom;
import dev.mendline.model.Captures;
import dev.mendline.model.HostNames;
import org.jspecify.annotations.Nullable;

/** One signature found in a text. */
record Match(Symptom symptom, Signature signature, int end, Captures captures, boolean hostIsNode) {
    static Match of(Symptom symptom, Signature signature, Matcher found) {
        String srv = group(found, "srv");
        String host = host(srv != null ? srv : group(found, "host"));
        Captures captures = new Captures(
                host,
                number(group(found, "port"), 65_535),
                group(found, "address"),
                number(group(found, "code"), 999_999),
                group(found, "codeName"),
                number(group(found, "limit"), Integer.MAX_VALUE));
        return new Match(symptom, signature, found.end(), captures, srv == null && host != null);
    }

    private static @Nullable String group(Matcher found, String name) {
        Pattern pattern = found.pattern();
        return pattern.namedGroups().containsKey(name) ? found.group(name) : null;
    }

    private static @Nullable String host(@Nullable String captured) {
        if (captured == null) {
            return null;
        }
        String name = HostNames.canonical(captured.replaceAll("[.:]+$", ""));
        return HostNames.isName(name) ? name : null;
    }

    private static @Nullable Integer number(@Nullable String digits, int max) {
        if (digits == null || digits.length() > 9) {
            return null;
        }
        int number = Integer.parseInt(digits);
        return number <= max ? number : null;
    }
}
