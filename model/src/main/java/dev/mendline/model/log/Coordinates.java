package dev.mendline.model.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Position of a record: topic (or file), partition, offset (in a file: line from 1). In JSON an array.
 *
 * @param topic name of the topic or file
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"topic", "partition", "offset"})
public record Coordinates(String topic, int partition, long offset) {
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
