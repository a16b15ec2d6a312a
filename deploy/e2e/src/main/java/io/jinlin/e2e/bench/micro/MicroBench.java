package io.jinlin.e2e.bench.micro;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench micro}: the JMH benchmarks. */
@Command(
    name = "micro",
    mixinStandardHelpOptions = true,
    description = "JMH: what a frame costs beside ZXing, what an event costs beside a SHA-256.")
public final class MicroBench implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "REGEX",
      description = "Only benchmarks whose name it matches (default: all).")
  private String pattern = "io\\.jinlin\\..*";

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Measured seconds of each (default: ${DEFAULT-VALUE}).")
  private int iterations = 5;

  @Override
  public Integer call() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(pattern)
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .build();
    new Runner(options).run();
    return 0;
  }
}
