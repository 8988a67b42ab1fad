package dev.mendline.bench.pipeline;

import org.apache.kafka.streams.StreamsConfig;

/** Processing guarantee when an instance crashes. */
enum Guarantee {
    EXACTLY_ONCE("exactly once", StreamsConfig.EXACTLY_ONCE_V2),
    AT_LEAST_ONCE("at least once", StreamsConfig.AT_LEAST_ONCE);

    private final String words;
    private final String setting;

    Guarantee(String words, String setting) {
        this.words = words;
        this.setting = setting;
    }

    /** Returns the name for tables. */
    String words() {
        return words;
    }

    /** Returns the name in Streams. */
    String setting() {
        return setting;
    }
}
