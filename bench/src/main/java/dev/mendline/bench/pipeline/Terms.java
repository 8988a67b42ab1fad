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
 * On what terms somebody runs.
 *
 * @param engine numbers of the incident engine
 * @param properties of Streams, over those that ship
 */
record Terms(Guarantee guarantee, EngineSettings engine, Map<String, String> properties) {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Redactor REDACTOR = new Redactor(List.of());

    Terms {
        properties = Map.copyOf(properties);
    }

    /** As it ships, but however long ago a line was written, it is today's: a topic is read again and again. */
    static Terms usual(Guarantee guarantee, Map<String, String> properties) {
        return new Terms(guarantee, Json.read("{\"historicalAfter\":\"PT240H\"}", EngineSettings.class), properties);
    }

    /** The same, and a service may bring up as many deployments as it likes. */
    static Terms roomy(Guarantee guarantee, Map<String, String> properties) {
        return new Terms(
                guarantee,
                Json.read("{\"historicalAfter\":\"PT240H\",\"maxNewTargets\":1000000}", EngineSettings.class),
                properties);
    }

    /** From one topic to those with these names. */
    static ClassifierSettings settings(Topics topics, String logs, EngineSettings engine) {
        return new ClassifierSettings(topics, List.of(logs), CATALOG, Inventory.DEFAULT, engine, REDACTOR, true);
    }
}
