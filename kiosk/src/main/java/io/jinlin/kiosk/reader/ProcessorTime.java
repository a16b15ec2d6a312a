package io.jinlin.kiosk.reader;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Time that this thread has been at work: what else the machine does meanwhile does not count, so
 * that a picture gets the same looks on a busy machine.
 */
public final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean COUNTED = THREADS.isCurrentThreadCpuTimeSupported();

  private ProcessorTime() {}

  /** Nanoseconds since some moment; of the clock on the wall where the machine does not count. */
  public static long nanos() {
    long nanos = COUNTED ? THREADS.getCurrentThreadCpuTime() : -1;
    return nanos < 0 ? System.nanoTime() : nanos;
  }
}
