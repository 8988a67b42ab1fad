package dev.mendline.engine.prefilter;

import com.google.common.collect.ImmutableList;
import dev.mendline.engine.catalog.Catalog;
import java.util.List;
import java.util.stream.Collectors;

/** A log shipper, and how its configuration says that only candidate lines go on. */
public enum Shipper {
    /** Fluent Bit 2.1 and later, in YAML. */
    FLUENT_BIT("fluent-bit", List.of("log", "message"), "https://docs.fluentbit.io/manual/data-pipeline/filters/grep") {
        @Override
        List<String> use() {
            return List.of(
                    "Fluent Bit: 'includes: [this file]' in fluent-bit.yaml, or move the filter into yours, before the",
                    "output that feeds Mendline. It looks at these keys of a record: name yours with --field.");
        }

        @Override
        String body(String regex, List<String> fields) {
            return "pipeline:\n  filters:\n    - name: grep\n      match: '*'\n      logical_op: or\n      regex:\n"
                    + fields.stream()
                            .map(field -> "        - " + quoted(field + " " + regex) + "\n")
                            .collect(Collectors.joining());
        }
    },
    /** Vector, in YAML. */
    VECTOR("vector", List.of(), "https://vector.dev/docs/reference/configuration/transforms/filter/") {
        @Override
        List<String> use() {
            return List.of(
                    "Vector: give it your source under 'inputs', and its name to the sink that feeds Mendline.",
                    "It looks at the whole event, whichever field the words are in.");
        }

        @Override
        String body(String regex, List<String> fields) {
            return "transforms:\n  mendline_candidates:\n    type: filter\n    inputs: [your_source]\n    condition: |-\n"
                    + "      match(encode_json(.), r'" + regex + "')\n";
        }
    },
    /** The OpenTelemetry Collector (contrib) 0.146 and later. */
    OTEL(
            "otel",
            List.of("log.body", "log.attributes[\"exception.message\"]", "log.attributes[\"exception.stacktrace\"]"),
            "https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/filterprocessor") {
        @Override
        List<String> use() {
            return List.of(
                    "OpenTelemetry Collector: add 'filter/mendline' to the processors of the pipeline that feeds",
                    "Mendline. What a condition matches is dropped, so it asks for lines without any of the words.",
                    "Before 0.146 the list stands under 'logs: {log_record: […]}', without the prefix 'log.'.");
        }

        @Override
        String body(String regex, List<String> fields) {
            String literal = "\"" + regex.replace("\\", "\\\\") + "\"";
            return "processors:\n  filter/mendline:\n    error_mode: ignore\n    log_conditions:\n      - "
                    + quoted(fields.stream()
                            .map(field -> "not IsMatch(" + field + ", " + literal + ")")
                            .collect(Collectors.joining(" and ")))
                    + "\n";
        }
    };

    private final String id;
    private final ImmutableList<String> fields;
    private final String page;

    Shipper(String id, List<String> fields, String page) {
        this.id = id;
        this.fields = ImmutableList.copyOf(fields);
        this.page = page;
    }

    /** As the command line names it. */
    public String id() {
        return id;
    }

    /** Where it looks when nobody says where; empty: it looks everywhere. */
    public List<String> fields() {
        return fields;
    }

    /**
     * The filter as a configuration file, with a comment on how to use it.
     *
     * @param given the fields to look at; empty for the usual ones
     */
    public String filter(Catalog catalog, List<String> given) {
        AnchorPattern pattern = AnchorPattern.of(catalog);
        return "# Lines that could show a symptom of Mendline's catalog " + catalog.hash() + ": "
                + (pattern.exact().size() + pattern.folded().size()) + " literals, of which one must occur.\n"
                + use().stream().map(line -> "# " + line + "\n").collect(Collectors.joining())
                + "# Join the lines of a stack trace BEFORE this filter: it sees one record at a time, and the words may stand\n"
                + "# on any line. Make it anew (mendline catalog export --for " + id + ") when the catalog changes.\n"
                + "# Syntax: " + page + "\n"
                + body(pattern.regex(), given.isEmpty() ? fields : given);
    }

    abstract List<String> use();

    abstract String body(String regex, List<String> fields);

    private static String quoted(String scalar) {
        return "'" + scalar.replace("'", "''") + "'";
    }
}
