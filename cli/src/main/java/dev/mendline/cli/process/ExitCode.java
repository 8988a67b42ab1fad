package dev.mendline.cli.process;

/** Exit codes of every command; outside checks rely on them. */
public final class ExitCode {
    /** The command did its work and the answer is good. */
    public static final int GOOD = 0;

    /** The command did its work and the answer is "no": a wrong cause, a failed probe, a difference. */
    public static final int NO = 1;

    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;

    /** The command could not work: a broker is away, time ran out. */
    public static final int CANNOT_WORK = 3;

    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
