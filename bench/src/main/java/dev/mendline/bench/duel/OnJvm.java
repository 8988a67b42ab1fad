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
 * A benchmark of JMH, each time in a fresh JVM.
 *
 * @param benchmark its class and method
 * @param parameters what its states are set to
 */
record OnJvm(String title, String benchmark, Map<String, String> parameters) implements Contestant {
    /** Where the wrapper of Hyperscan unpacks its native code; not into the home of whoever measures. */
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
                // One thread does all the work, the collector's too: nothing hides on the other processor.
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

    /** From what {@link dev.mendline.bench.jmh.Spent} counted. */
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
