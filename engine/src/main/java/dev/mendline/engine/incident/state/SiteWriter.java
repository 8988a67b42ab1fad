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
 * Writes the same bytes as {@link SiteState#bytes}, at the cost of what changed: one incident of a site changes at a time,
 * and of the others it keeps the bytes as long as somebody keeps them. Not thread-safe.
 */
public final class SiteWriter {
    /** As it stands where no case is; in a text it would have a backslash before its quotes. */
    private static final byte[] NO_CASES = "\"cases\":[]".getBytes(StandardCharsets.UTF_8);

    private static final byte[] COMMA = {','};

    private final Map<IncidentState, byte[]> written = new MapMaker().weakKeys().makeMap();

    /** What a store keeps of a site; {@link SiteState#read} reads it. */
    public byte[] bytes(SiteState state) {
        byte[] frame = Json.bytes(state.with(List.of()));
        int inside = Bytes.indexOf(frame, NO_CASES) + NO_CASES.length - 1;
        List<byte[]> parts = new ArrayList<>();
        parts.add(Arrays.copyOf(frame, inside));
        for (IncidentState file : state.cases()) {
            if (parts.size() > 1) {
                parts.add(COMMA);
            }
            parts.add(written.computeIfAbsent(file, Json::bytes));
        }
        parts.add(Arrays.copyOfRange(frame, inside, frame.length));
        return Bytes.concat(parts.toArray(byte[][]::new));
    }
}
