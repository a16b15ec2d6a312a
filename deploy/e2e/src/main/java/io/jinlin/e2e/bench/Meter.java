package io.jinlin.e2e.bench;

import io.jinlin.e2e.process.ChildProcess;
import java.io.IOException;

/** Adds up what a process writes to disk while something is done. */
final class Meter {
  private final ChildProcess process;
  private long bytes;

  Meter(ChildProcess process) {
    this.process = process;
  }

  /** Something that takes time. */
  interface Work {
    double seconds() throws IOException, InterruptedException;
  }

  /** Does it; its answer. */
  double around(Work work) throws IOException, InterruptedException {
    long before = process.writtenToDiskBytes();
    double seconds = work.seconds();
    bytes += process.writtenToDiskBytes() - before;
    return seconds;
  }

  double bytes() {
    return bytes;
  }
}
