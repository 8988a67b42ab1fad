package dev.mendline.engine.incident.state;

import com.google.common.collect.MapMaker;
import com.google.common.primitives.Bytes;
import dev.mendline.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writer of the same bytes as {@link SiteState#bytes}, at the cost of the incidents that changed. It keeps the bytes of each
 * incident's state as long as that state is reachable. Not thread-safe.
 */
public final class SiteWriter {
    /** The empty list of incidents; inside a JSON string its quotes would be escaped. */
    private static final byte[] NO_INCIDENTS = "\"incidents\":[]".getBytes(StandardCharsets.UTF_8);

    private static final byte[] COMMA = {','};

    private final Map<IncidentState, byte[]> written = new MapMaker().weakKeys().makeMap();

    /** Returns what a store keeps of a site; {@link SiteState#read} reads it. */
    public byte[] bytes(SiteState state) {
        byte[] frame = Json.bytes(state.with(List.of()));
        int inside = Bytes.indexOf(frame, NO_INCIDENTS) + NO_INCIDENTS.length - 1;
        List<byte[]> parts = new ArrayList<>();
        parts.add(Arrays.copyOf(frame, inside));
        for (IncidentState incident : state.incidents()) {
            if (parts.size() > 1) {
                parts.add(COMMA);
            }
            parts.add(written.computeIfAbsent(incident, Json::bytes));
        }
        parts.add(Arrays.copyOfRange(frame, inside, frame.length));
        return Bytes.concat(parts.toArray(byte[][]::new));
    }
}
