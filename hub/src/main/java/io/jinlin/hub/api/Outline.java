package io.jinlin.hub.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log may have of a failure that nobody expected: its kinds and where it came from, not its
 * words, since the platform's own exceptions quote what they could not read.
 */
final class Outline {
  private static final int MAX_CAUSES = 4;
  private static final int MAX_FRAMES = 12;

  private Outline() {}

  static String of(Throwable failure) {
    StringBuilder outline = new StringBuilder();
    for (Throwable one : chain(failure)) {
      outline.append(outline.isEmpty() ? "" : "\n  caused by ").append(one.getClass().getName());
      StackTraceElement[] frames = one.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
        outline.append("\n    at ").append(frames[i]);
      }
    }
    return outline.toString();
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>(List.of(failure));
    while (chain.size() < MAX_CAUSES && chain.get(chain.size() - 1).getCause() != null) {
      chain.add(chain.get(chain.size() - 1).getCause());
    }
    return chain;
  }
}
