package dev.mendline.ingest;

/**
 * Why a record could not be read as it is.
 *
 * @param reason {@link #NOT_UTF8}, {@link #TOO_LARGE} or {@link #TOO_DEEP}
 * @param detail one sentence: what was found, and what was done with it; nothing of the record's content
 */
public record ReadProblem(String reason, String detail) {
    public static final String NOT_UTF8 = "not-utf8";
    public static final String TOO_LARGE = "too-large";
    public static final String TOO_DEEP = "too-deep";
}
