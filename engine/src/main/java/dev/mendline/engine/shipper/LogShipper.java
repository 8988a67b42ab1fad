package dev.mendline.engine.shipper;

import com.google.common.collect.ImmutableList;
import dev.mendline.engine.catalog.Catalog;
import java.util.List;
import java.util.stream.Collectors;

/** Log shipper for which a filter can be exported. */
public enum LogShipper {
    /** Fluent Bit 2.1 and later, in YAML. */
    FLUENT_BIT(
            "fluent-bit",
            List.of("log", "message"),
            "https://docs.fluentbit.io/manual/data-pipeline/filters/grep",
            """
            # Fluent Bit: add 'includes: [this file]' to fluent-bit.yaml, or copy the filter in front of the output
            # that feeds Mendline. The filter searches these keys of a record. Choose others with --field.
            """),
    /** Vector, in YAML. */
    VECTOR("vector", List.of(), "https://vector.dev/docs/reference/configuration/transforms/filter/", """
            # Vector: put your source under 'inputs', and this transform under the inputs of Mendline's sink.
            # The filter searches the whole event.
            """),
    /** The OpenTelemetry Collector (contrib) 0.146 and later. */
    OTEL(
            "otel",
            List.of("log.body", "log.attributes[\"exception.message\"]", "log.attributes[\"exception.stacktrace\"]"),
            "https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/filterprocessor",
            """
            # OpenTelemetry Collector: add 'filter/mendline' to the processors of the pipeline that feeds
            # Mendline. The processor drops what a condition matches, so the condition selects all other lines.
            # Before 0.146, put the list under 'logs: {log_record: […]}' and omit the prefix 'log.'.
            """);

    private final String id;
    private final ImmutableList<String> fields;
    private final String page;
    private final String use;

    LogShipper(String id, List<String> fields, String page, String use) {
        this.id = id;
        this.fields = ImmutableList.copyOf(fields);
        this.page = page;
        this.use = use;
    }

    public String id() {
        return id;
    }

    /** Returns the default fields to search; empty if the shipper searches the whole event. */
    public List<String> fields() {
        return fields;
    }

    /**
     * Returns the filter as a configuration file with instructions in a comment.
     *
     * @param given the fields to search; empty for the default ones
     */
    public String filter(Catalog catalog, List<String> given) {
        AnchorRegex pattern = AnchorRegex.of(catalog);
        return "# Passes lines that can show a symptom of Mendline's catalog " + catalog.hash() + ": "
                + (pattern.exact().size() + pattern.folded().size()) + " literals, one of which must occur.\n"
                + use
                + "# Join the lines of a stack trace BEFORE this filter: it sees one record at a time, and a literal can be on\n"
                + "# any line. Export it again (mendline catalog export --for " + id + ") when the catalog changes.\n"
                + "# Syntax: " + page + "\n"
                + body(pattern.regex(), given.isEmpty() ? fields : given);
    }

    private String body(String regex, List<String> searched) {
        return switch (this) {
            case FLUENT_BIT ->
                "pipeline:\n  filters:\n    - name: grep\n      match: '*'\n      logical_op: or\n      regex:\n"
                        + searched.stream()
                                .map(field -> "        - " + quoted(field + " " + regex) + "\n")
                                .collect(Collectors.joining());
            case VECTOR ->
                "transforms:\n  mendline_candidates:\n    type: filter\n    inputs: [your_source]\n    condition: |-\n"
                        + "      match(encode_json(.), r'" + regex + "')\n";
            case OTEL ->
                "processors:\n  filter/mendline:\n    error_mode: ignore\n    log_conditions:\n      - "
                        + quoted(searched.stream()
                                .map(field -> "not IsMatch(" + field + ", \"" + regex.replace("\\", "\\\\") + "\")")
                                .collect(Collectors.joining(" and ")))
                        + "\n";
        };
    }

    private static String quoted(String scalar) {
        return "'" + scalar.replace("'", "''") + "'";
    }
}
