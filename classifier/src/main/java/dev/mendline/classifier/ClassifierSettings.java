package dev.mendline.classifier;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.Topics;
import dev.mendline.model.config.Inventory;
import java.util.List;

/**
 * All that decides what the classifier does.
 *
 * @param logTopics names of the topics with logs; one alone that starts with {@code ^} is a pattern of names
 * @param samples whether redacted log texts are kept at all
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
