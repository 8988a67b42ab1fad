package dev.mendline.probes.uri;

import dev.mendline.model.facts.UriFacts;
import dev.mendline.probes.uri.OptionNames.Kind;
import dev.mendline.probes.uri.OptionNames.Known;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Options of a connection string. Their values never leave this class; errors name the option only. */
final class Options {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    /** Words that at least one driver reads as a boolean. */
    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1");

    private static final Set<String> NO = Set.of("false", "f", "no", "n", "0", "-1");

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private String flaw = "";

    private Options() {}

    static Options of(String text) {
        Options options = new Options();
        for (String part : text.split("[&;]", -1)) {
            if (!part.isEmpty()) {
                options.add(part);
            }
        }
        return options;
    }

    private void add(String part) {
        int sign = part.indexOf('=');
        String name = sign < 0 ? part : part.substring(0, sign);
        Optional<Known> known = OptionNames.known(name);
        if (sign < 0) {
            flawed(known.map(Known::name).orElse("An option") + " has no = and value");
        } else if (known.isPresent()) {
            add(known.get(), decoded(part.substring(sign + 1)));
        } else if (NAME.matcher(name).matches()) {
            unknown.add(name);
        }
    }

    private void add(Known known, String value) {
        if (known.kind() == Kind.INTEGER && !INTEGER.matcher(value).matches()) {
            flawed(known.name() + " is not an integer");
        }
        if (known.kind() == Kind.BOOLEAN && truth(value).isEmpty()) {
            flawed(known.name() + " is neither true nor false");
        }
        values.computeIfAbsent(known.name(), name -> new ArrayList<>()).add(value);
    }

    /** Keeps the first error. */
    private void flawed(String what) {
        flaw = flaw.isEmpty() ? what : flaw;
    }

    /** Returns the error in one option or in several together; empty if there is none. */
    String flaw(boolean srv, int hosts) {
        return flaw.isEmpty() ? conflict(srv, hosts) : flaw;
    }

    /** Returns the first combination that drivers refuse (URI Options Specification); empty if there is none. */
    private String conflict(boolean srv, int hosts) {
        Map<String, Boolean> flaws = new LinkedHashMap<>();
        flaws.put("tls and ssl contradict each other", contradict("tls", "ssl"));
        for (String each : new String[] {
            "tlsAllowInvalidCertificates",
            "tlsAllowInvalidHostnames",
            "tlsDisableCertificateRevocationCheck",
            "tlsDisableOCSPEndpointCheck"
        }) {
            flaws.put("tlsInsecure cannot be combined with " + each, has("tlsInsecure") && has(each));
        }
        flaws.put(
                "authSource is empty",
                text("authSource").filter(String::isEmpty).isPresent());
        topology(flaws, srv, hosts);
        return flaws.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private void topology(Map<String, Boolean> flaws, boolean srv, int hosts) {
        boolean balanced = on("loadBalanced");
        boolean direct = on("directConnection");
        boolean limited = number("srvMaxHosts") > 0;
        flaws.put("loadBalanced cannot be combined with replicaSet", balanced && has("replicaSet"));
        flaws.put("loadBalanced cannot be combined with directConnection", balanced && direct);
        flaws.put("loadBalanced needs exactly one host", balanced && hosts > 1);
        flaws.put("directConnection needs exactly one host", direct && hosts > 1);
        flaws.put("directConnection cannot be combined with mongodb+srv", direct && srv);
        flaws.put("srvMaxHosts is only for mongodb+srv", !srv && has("srvMaxHosts"));
        flaws.put("srvMaxHosts is below 0", number("srvMaxHosts") < 0);
        flaws.put("srvMaxHosts cannot be combined with replicaSet", limited && has("replicaSet"));
        flaws.put("srvMaxHosts cannot be combined with loadBalanced", limited && balanced);
        flaws.put("srvServiceName is only for mongodb+srv", !srv && has("srvServiceName"));
    }

    /** Returns true if TLS is turned on; empty if the options say neither. */
    Optional<Boolean> tls() {
        return flag("tls").or(() -> flag("ssl"));
    }

    /** Returns a few names that no driver knows, each once. */
    List<String> unknown() {
        return unknown.stream().distinct().limit(UriFacts.MAX_OPTIONS).toList();
    }

    private boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns the last value, as drivers do; empty if the option is missing. */
    private Optional<String> text(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns empty if the option is missing or not a boolean. */
    private Optional<Boolean> flag(String name) {
        return text(name).flatMap(Options::truth);
    }

    private boolean on(String name) {
        return flag(name).orElse(false);
    }

    /** Returns the value of an integer; 0 if the option is missing or not an integer. */
    private long number(String name) {
        return text(name)
                .filter(value -> INTEGER.matcher(value).matches())
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** Returns true if the options, which may be repeated, have both true and false. */
    private boolean contradict(String... names) {
        return Stream.of(names)
                        .flatMap(name -> values.getOrDefault(name, List.of()).stream())
                        .flatMap(value -> truth(value).stream())
                        .distinct()
                        .count()
                > 1;
    }

    private static Optional<Boolean> truth(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return Optional.of(true);
        }
        return NO.contains(lower) ? Optional.of(false) : Optional.empty();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
