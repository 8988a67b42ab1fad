package dev.mendline.engine.recognition;

/** How lines begin that part one exception of a chain from the next; regular expressions. */
public final class CauseMarks {
    /** What follows caused what stands before: Java, Node.js, .NET. */
    public static final String CAUSE = "(?:Caused by:|\\[cause\\]:|--->)";

    /** What follows came of what stands before: Logback and Spring Boot with the root cause first. */
    public static final String RESULT = "Wrapped by:";

    /** The same as a sentence of its own: Python. */
    static final String SENTENCE = "(?:The above exception was|During handling of the above)";

    private CauseMarks() {}
}
