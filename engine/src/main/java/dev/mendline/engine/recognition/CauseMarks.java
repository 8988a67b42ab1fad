package dev.mendline.engine.recognition;

/** Regular expressions of the line beginnings that separate exceptions in a chain of causes. */
public final class CauseMarks {
    /** Marks before a cause, which follows its effect: Java, Node.js, .NET. */
    public static final String CAUSE = "(?:Caused by:|\\[cause\\]:|--->)";

    /** Mark before an effect, which follows its cause: Logback and Spring Boot with the root cause first. */
    public static final String RESULT = "Wrapped by:";

    /** Marks before an effect, which follows its cause, in the sentences of Python. */
    static final String SENTENCE = "(?:The above exception was|During handling of the above)";

    private CauseMarks() {}
}
