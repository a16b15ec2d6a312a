package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;

/**
 * A frame and the truth about it.
 *
 * @param text that the code holds
 * @param corners of the code in the frame, in pixels: x, y, from its own upper left clockwise
 */
public record Presented(Frame frame, String text, double[] corners) {
  public Presented {
    corners = corners.clone();
  }

  @Override
  public double[] corners() {
    return corners.clone();
  }
}
