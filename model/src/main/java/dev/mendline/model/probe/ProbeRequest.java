package dev.mendline.model.probe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Request to a worker of a zone to run one probe.
 *
 * @param id unique id, the same when the journal is replayed
 * @param incident id of the incident that needs it
 * @param probe id of the probe, e.g. {@code dns-srv}
 * @param target deployment's name as in its SRV record or the configuration
 * @param node node to probe; null for the whole deployment
 * @param deadline broker time after which the engine counts the request as unanswered
 */
public record ProbeRequest(
        String id,
        String site,
        String incident,
        String probe,
        String target,
        @Nullable Node node,
        String zone,
        Instant deadline) {}
