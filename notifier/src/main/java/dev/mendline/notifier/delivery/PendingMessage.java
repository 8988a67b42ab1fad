package dev.mendline.notifier.delivery;

import dev.mendline.model.incident.Incident;
import dev.mendline.notifier.message.Message;

/**
 * Revision of an incident that waits for delivery, with its rendered message.
 *
 * @param position position of the revision in the incidents topic
 */
record PendingMessage(Incident incident, Message message, String digest, RecordPosition position) {
    static PendingMessage of(Incident incident, Message message, RecordPosition position) {
        return new PendingMessage(incident, message, message.digest(), position);
    }

    String incidentId() {
        return incident.id();
    }

    int revision() {
        return incident.revision();
    }
}
