package dev.mendline.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Command line of {@code ./bench/run}. */
@Command(
        name = "bench/run",
        description = "Measures Mendline beside what others use.",
        mixinStandardHelpOptions = true,
        subcommands = {MatcherCommand.class, PipelineCommand.class, LatencyCommand.class})
public final class Bench {
    private Bench() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println(failure.getMessage());
            return 1;
        });
        System.exit(line.execute(args));
    }
}
