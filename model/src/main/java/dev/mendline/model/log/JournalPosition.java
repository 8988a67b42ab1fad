package dev.mendline.model.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Position of a record in the journal. In JSON an array {@code [partition, offset]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"partition", "offset"})
public record JournalPosition(int partition, long offset) {}
