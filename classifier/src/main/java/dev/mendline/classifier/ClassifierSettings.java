package dev.mendline.classifier;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.Topics;
import dev.mendline.model.config.Inventory;
import java.util.List;

/**
 * Settings of the classifier.
 *
 * @param logTopics names of the logs topics; a single name that starts with {@code ^} is a pattern
 * @param samples true if redacted log texts are kept
 */
public record ClassifierSettings(
        Topics topics,
        List<String> logTopics,
        Catalog catalog,
        Inventory inventory,
        EngineSettings engine,
        Redactor redactor,
        boolean samples) {
    public ClassifierSettings {
        logTopics = logTopics.isEmpty() ? List.of(topics.logs()) : List.copyOf(logTopics);
    }
}
