package dev.mendline.cli.process;

/** Exit codes of all commands. They are an interface. */
public final class ExitCode {
    /** The command did its work and the answer is good. */
    public static final int GOOD = 0;

    /** The command did its work and the answer is "no": a wrong cause, a failed probe, a difference. */
    public static final int NO = 1;

    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;

    /** Something outside failed: a broker does not answer, a time-out. */
    public static final int CANNOT_WORK = 3;

    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
