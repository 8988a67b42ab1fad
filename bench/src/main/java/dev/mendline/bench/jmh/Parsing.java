package dev.mendline.bench.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Benchmark of parsing JSON lines, a cost per line for decoders that run before matching. */
@State(Scope.Thread)
public class Parsing {
    private final JsonFactory json = new JsonFactory();

    /** Parses up to the message. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public long message(Traffic traffic, Spent spent) throws IOException {
        long length = 0;
        int first = traffic.nextBatch();
        for (int i = first; i < first + Traffic.BATCH; i++) {
            byte[] line = traffic.line(i);
            length += message(line).length();
            spent.bytes += line.length;
        }
        spent.lines += Traffic.BATCH;
        return length;
    }

    private String message(byte[] line) throws IOException {
        try (JsonParser parser = json.createParser(line)) {
            parser.nextToken();
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                if (field.equals("message")) {
                    return parser.nextTextValue();
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
        throw new IllegalStateException("a line without a message");
    }

    /** Parses to the end and reads all texts. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public long tokens(Traffic traffic, Spent spent) throws IOException {
        long length = 0;
        int first = traffic.nextBatch();
        for (int i = first; i < first + Traffic.BATCH; i++) {
            byte[] line = traffic.line(i);
            try (JsonParser parser = json.createParser(line)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    length += token.isScalarValue() ? parser.getText().length() : 0;
                }
            }
            spent.bytes += line.length;
        }
        spent.lines += Traffic.BATCH;
        return length;
    }
}
