package dev.mendline.bench.pipeline;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.Json;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings of a run.
 *
 * @param engine settings of the incident engine
 * @param properties Streams properties over the shipped ones
 */
record RunSettings(Guarantee guarantee, EngineSettings engine, Map<String, String> properties) {
    /** Processing guarantee when an instance crashes. */
    enum Guarantee {
        EXACTLY_ONCE("exactly once", StreamsConfig.EXACTLY_ONCE_V2),
        AT_LEAST_ONCE("at least once", StreamsConfig.AT_LEAST_ONCE);

        private final String title;
        private final String setting;

        Guarantee(String title, String setting) {
            this.title = title;
            this.setting = setting;
        }

        String title() {
            return title;
        }

        /** Returns the name in Streams. */
        String setting() {
            return setting;
        }
    }

    RunSettings {
        properties = Map.copyOf(properties);
    }

    /** Returns the shipped settings, except that old lines count as new because a topic is read repeatedly. */
    static RunSettings usual(Guarantee guarantee, Map<String, String> properties) {
        return new RunSettings(guarantee, engine("{\"timing\":{\"historicalAfter\":\"PT240H\"}}"), properties);
    }

    /** Returns the same settings without a limit of deployments per service. */
    static RunSettings withoutTargetLimit(Guarantee guarantee, Map<String, String> properties) {
        String json = "{\"timing\":{\"historicalAfter\":\"PT240H\"},\"limits\":{\"newTargetsPerHour\":1000000}}";
        return new RunSettings(guarantee, engine(json), properties);
    }

    private static EngineSettings engine(String json) {
        return Json.read(json, EngineSettings.class);
    }
}
