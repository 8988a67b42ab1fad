package dev.mendline.ingest;

/**
 * Problem with reading a record.
 *
 * @param reason {@link #NOT_UTF8}, {@link #TOO_LARGE} or {@link #TOO_DEEP}
 * @param detail sentence that says what was found and what was done; contains nothing of the record
 */
public record ReadProblem(String reason, String detail) {
    public static final String NOT_UTF8 = "not-utf8";
    public static final String TOO_LARGE = "too-large";
    public static final String TOO_DEEP = "too-deep";
}
