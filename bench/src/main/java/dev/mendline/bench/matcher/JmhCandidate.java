package dev.mendline.bench.matcher;

import dev.mendline.bench.comparison.Candidate;
import dev.mendline.bench.comparison.Score;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * JMH benchmark, each measurement in a new JVM.
 *
 * @param benchmark method of {@link MatcherBenchmarks}
 * @param parameters values of its parameters
 */
record JmhCandidate(String title, String benchmark, Map<String, String> parameters, Extent extent)
        implements Candidate<Score> {
    /** Property for the folder of Hyperscan's native code, so that the wrapper does not write to the home directory. */
    private static final String NATIVE = "org.bytedeco.javacpp.cachedir";

    JmhCandidate {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public Score measure() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(MatcherBenchmarks.class.getName() + "." + benchmark) + "$")
                .forks(1)
                .threads(1)
                .syncIterations(false)
                .warmupIterations(extent.warmUps())
                .warmupTime(TimeValue.milliseconds(extent.millis()))
                .measurementIterations(extent.iterations())
                .measurementTime(TimeValue.milliseconds(extent.millis()))
                // One thread does all the work, including garbage collection, so that the other processor hides no
                // cost.
                .jvmArgs(
                        "-Xms2g",
                        "-Xmx2g",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-D" + NATIVE + "=" + System.getProperty(NATIVE, ""))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        try {
            return score(new Runner(options.build()).runSingle());
        } catch (RunnerException e) {
            throw new IllegalStateException(title + " cannot be measured", e);
        }
    }

    /** Returns the score from the counters of {@link MatcherBenchmarks.Cost}. */
    private static Score score(RunResult run) {
        double lines = counter("lines", run);
        return new Score(
                run.getPrimaryResult().getScore(), counter("nanos", run) / lines, counter("bytes", run) / lines);
    }

    /** Returns the sum over all iterations. */
    private static double counter(String name, RunResult run) {
        return Objects.requireNonNull(run.getSecondaryResults().get(name), name).getScore();
    }
}
