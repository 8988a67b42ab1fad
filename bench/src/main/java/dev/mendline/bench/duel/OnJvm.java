package dev.mendline.bench.duel;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.IterationResult;
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
 * @param benchmark class and method
 * @param parameters values of its parameters
 */
record OnJvm(String title, String benchmark, Map<String, String> parameters) implements Contestant {
    /** Property for the folder of Hyperscan's native code, so that the wrapper does not write to the home directory. */
    private static final String NATIVE = "org.bytedeco.javacpp.cachedir";

    OnJvm {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public Score measure(Effort effort) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark) + "$")
                .forks(1)
                .threads(1)
                .syncIterations(false)
                .warmupIterations(effort.warmUps())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.millis()))
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
            return score(new Runner(options.build()).run());
        } catch (RunnerException e) {
            throw new IllegalStateException(title + " cannot be measured", e);
        }
    }

    /** Returns the score from the counters of {@link dev.mendline.bench.jmh.Spent}. */
    private static Score score(Collection<RunResult> runs) {
        RunResult run = runs.iterator().next();
        Collection<IterationResult> iterations =
                run.getBenchmarkResults().iterator().next().getIterationResults();
        ToDoubleFunction<String> sum = counter -> iterations.stream()
                .map(iteration ->
                        Objects.requireNonNull(iteration.getSecondaryResults().get(counter), counter))
                .mapToDouble(result -> result.getScore())
                .sum();
        double lines = sum.applyAsDouble("lines");
        return new Score(
                run.getPrimaryResult().getScore(),
                sum.applyAsDouble("nanos") / lines,
                sum.applyAsDouble("bytes") / lines);
    }
}
