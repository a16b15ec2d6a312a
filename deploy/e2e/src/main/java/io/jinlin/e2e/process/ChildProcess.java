package io.jinlin.e2e.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A process of this machine whose output goes to a file, so that what it wrote before it was killed
 * can be read. Ends with the JVM that started it at the latest.
 */
public final class ChildProcess implements AutoCloseable {
  private static final long POLL_MS = 20;
  private static final long END_MS = 10_000;

  private final Process process;
  private final Path output;
  private final Thread reaper;

  private ChildProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
    reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /** Starts a command; its output is added to the end of the file. */
  public static ChildProcess start(List<String> command, Path folder, Path output) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    try {
      return new ChildProcess(builder.start(), output);
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
  }

  /** Starts a main class, by its name, on this process's own class path. */
  public static ChildProcess java(
      List<String> flags, String main, List<String> arguments, Path folder, Path output) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return start(command, folder, output);
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** How much it wrote so far, in bytes: a mark for {@link #awaitLine}. */
  public long written() {
    try {
      return Files.exists(output) ? Files.size(output) : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Waits for a line of its output.
   *
   * @param from bytes of the output that are not looked at
   * @return the first such line
   * @throws IllegalStateException with the end of the output, when it ends or takes too long
   */
  public String awaitLine(long from, Predicate<String> wanted, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      boolean ended = !alive();
      List<String> lines = lines(from);
      for (String line : lines) {
        if (wanted.test(line)) {
          return line;
        }
      }
      if (ended || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            (ended ? "ended with " + process.exitValue() : "no such line in " + timeout)
                + "; it said "
                + lines.subList(Math.max(0, lines.size() - 20), lines.size()));
      }
      pause();
    }
  }

  /** Waits for its own end; false when it takes longer. */
  public boolean awaitEnd(Duration timeout) {
    try {
      return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The exit code of a process that ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** SIGKILL, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofMillis(END_MS));
    forget();
  }

  /** SIGTERM; SIGKILL when that does not end it. */
  @Override
  public void close() {
    process.destroy();
    if (!awaitEnd(Duration.ofMillis(END_MS))) {
      process.destroyForcibly();
    }
    forget();
  }

  /** Resident memory in kilobytes, from /proc; 0 when it is gone. */
  public long residentKilobytes() {
    return procNumber("status", "VmRSS:");
  }

  /** Most resident memory so far in kilobytes; 0 when it is gone. */
  public long peakResidentKilobytes() {
    return procNumber("status", "VmHWM:");
  }

  /** Bytes that it caused to be written to disk, from /proc; 0 when it is gone. */
  public long writtenToDiskBytes() {
    return procNumber("io", "write_bytes:");
  }

  private long procNumber(String file, String field) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid() + "/" + file))) {
      return lines
          .filter(line -> line.startsWith(field))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  private List<String> lines(long from) {
    try {
      byte[] all = Files.readAllBytes(output);
      int start = (int) Math.min(from, all.length);
      return new String(all, start, all.length - start, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void pause() {
    awaitEnd(Duration.ofMillis(POLL_MS));
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs anyway.
    }
  }
}
