package dev.mendline.classifier;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.EngineSettings;
import dev.mendline.engine.recognition.Redactor;
import dev.mendline.model.Inventory;
import dev.mendline.model.Topics;
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
