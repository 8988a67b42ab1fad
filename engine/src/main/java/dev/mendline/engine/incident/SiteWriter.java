package dev.mendline.engine.incident;

import com.google.common.collect.MapMaker;
import com.google.common.primitives.Bytes;
import dev.mendline.model.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes the same bytes as {@link SiteState#bytes}, at the cost of what changed: one incident of a site changes at a time,
 * and of the others it keeps the bytes as long as somebody keeps them. Not thread-safe.
 */
public final class SiteWriter {
    /** As it stands where no case is; in a text it would have a backslash before its quotes. */
    private static final byte[] NO_CASES = "\"cases\":[]".getBytes(StandardCharsets.UTF_8);

    private final Map<CaseFile, byte[]> written = new MapMaker().weakKeys().makeMap();

    public byte[] bytes(SiteState state) {
        byte[] frame = Json.bytes(state.with(List.of()));
        int inside = Bytes.indexOf(frame, NO_CASES) + NO_CASES.length - 1;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(frame, 0, inside);
        for (int i = 0; i < state.cases().size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(written.computeIfAbsent(state.cases().get(i), Json::bytes));
        }
        bytes.write(frame, inside, frame.length - inside);
        return bytes.toByteArray();
    }
}
