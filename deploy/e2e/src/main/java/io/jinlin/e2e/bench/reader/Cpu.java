package io.jinlin.e2e.bench.reader;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of this thread. */
final class Cpu {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Cpu() {}

  /** Nanoseconds since the thread began. */
  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
