package dev.mendline.model.probe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One check that a worker of a zone is asked for.
 *
 * @param id unique, and the same again when the journal is replayed
 * @param incident id of the incident that asks
 * @param probe which probe, e.g. {@code dns-srv}
 * @param target the deployment's name as its SRV record or configuration has it
 * @param node where the probe looks at one node; else null
 * @param deadline by broker time; afterwards the engine counts it as unanswered
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
