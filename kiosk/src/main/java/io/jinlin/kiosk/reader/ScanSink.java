package io.jinlin.kiosk.reader;

import io.jinlin.contract.event.Input;

/** Takes one text for each presentation of a code; called from the thread of its source. */
@FunctionalInterface
public interface ScanSink {
  /** A code was presented. */
  void scanned(String text, Input input);
}
