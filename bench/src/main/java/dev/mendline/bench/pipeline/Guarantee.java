package dev.mendline.bench.pipeline;

import org.apache.kafka.streams.StreamsConfig;

/** How often a line counts when an instance dies. */
enum Guarantee {
    EXACTLY_ONCE("exactly once", StreamsConfig.EXACTLY_ONCE_V2),
    AT_LEAST_ONCE("at least once", StreamsConfig.AT_LEAST_ONCE);

    private final String words;
    private final String setting;

    Guarantee(String words, String setting) {
        this.words = words;
        this.setting = setting;
    }

    /** As tables say it. */
    String words() {
        return words;
    }

    /** As Streams calls it. */
    String setting() {
        return setting;
    }
}
