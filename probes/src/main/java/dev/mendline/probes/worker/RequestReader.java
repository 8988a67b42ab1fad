package dev.mendline.probes.worker;

import dev.mendline.model.Json;
import dev.mendline.model.probe.ProbeRequest;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Parses requests. */
final class RequestReader {
    private RequestReader() {}

    /** Returns empty if a required field is missing. */
    @SuppressWarnings("ConstantValue")
    static Optional<ProbeRequest> read(String json) {
        try {
            ProbeRequest request = Json.read(json, ProbeRequest.class);
            boolean whole = request != null
                    && request.id() != null
                    && request.site() != null
                    && request.probe() != null
                    && request.target() != null
                    && request.zone() != null
                    && request.deadline() != null;
            return whole ? Optional.of(request) : Optional.empty();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
