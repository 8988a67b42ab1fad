package dev.mendline.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.log.DeadLetter;
import dev.mendline.model.log.Unclassified;
import dev.mendline.model.probe.ProbeRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What stands on one topic, with its two files: the schema as it is published, and as it was in the last release. */
enum WireSchema {
    INCIDENT("incident", Incident.class, "An incident of Mendline"),
    JOURNAL("journal", JournalRecord.class, "A record of Mendline's journal"),
    PROBE_REQUEST("probe-request", ProbeRequest.class, "A probe request of Mendline"),
    NOTIFICATION("notification", Notification.class, "A line of Mendline's ledger of notifications"),
    UNCLASSIFIED("unclassified", Unclassified.class, "Log events that Mendline does not know"),
    DEAD_LETTER("dead-letter", DeadLetter.class, "A record that Mendline could not read");

    static final Path MODEL = Path.of(System.getProperty("mendline.root", ".."), "model/src");
    static final Path FOLDER = MODEL.resolve("main/resources/dev/mendline/model/schema");
    private static final int VERSION = 1;

    final String id;
    final Class<?> type;
    final String title;

    WireSchema(String id, Class<?> type, String title) {
        this.id = id;
        this.type = type;
        this.title = title;
    }

    String uri() {
        return "urn:mendline:schema:" + id + ":" + VERSION;
    }

    Path published() {
        return FOLDER.resolve(id + ".schema.json");
    }

    /** Never written by the switch that renews the published one. */
    Path released() {
        return MODEL.resolve("test/resources/dev/mendline/model/schema/v" + VERSION + "/" + id + ".schema.json");
    }

    /** What the last release said; empty for a topic that it did not have. */
    Optional<JsonNode> lastRelease() {
        return Files.exists(released()) ? Optional.of(Json.read(read(released()), JsonNode.class)) : Optional.empty();
    }

    ObjectNode written() {
        return new SchemaWriter(SourceDocs.OF_MODEL, lastRelease()).write(this);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
