package dev.mendline.bench.pipeline;

import dev.mendline.classifier.ClassifierSettings;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import dev.mendline.model.config.Inventory;
import java.util.List;
import java.util.Map;

/**
 * Settings of a run.
 *
 * @param engine settings of the incident engine
 * @param properties Streams properties over the shipped ones
 */
record Terms(Guarantee guarantee, EngineSettings engine, Map<String, String> properties) {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Redactor REDACTOR = new Redactor(List.of());

    Terms {
        properties = Map.copyOf(properties);
    }

    /** Returns the shipped settings, except that old lines count as new because a topic is read repeatedly. */
    static Terms usual(Guarantee guarantee, Map<String, String> properties) {
        return new Terms(
                guarantee,
                Json.read("{\"timing\":{\"historicalAfter\":\"PT240H\"}}", EngineSettings.class),
                properties);
    }

    /** Returns the same settings without a limit of deployments per service. */
    static Terms roomy(Guarantee guarantee, Map<String, String> properties) {
        return new Terms(
                guarantee,
                Json.read(
                        "{\"timing\":{\"historicalAfter\":\"PT240H\"},\"limits\":{\"newTargetsPerHour\":1000000}}",
                        EngineSettings.class),
                properties);
    }

    /** Returns the settings for one input topic and these output topics. */
    static ClassifierSettings settings(Topics topics, String logs, EngineSettings engine) {
        return new ClassifierSettings(topics, List.of(logs), CATALOG, Inventory.DEFAULT, engine, REDACTOR, true);
    }
}
