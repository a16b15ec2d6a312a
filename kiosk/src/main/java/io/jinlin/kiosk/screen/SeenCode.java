package io.jinlin.kiosk.screen;

import java.util.List;
import java.util.Optional;

/**
 * A code before the camera, for the frame around it and the advice beside it.
 *
 * @param hint {@code steady}, {@code closer}, {@code farther}, {@code too-bright}, {@code
 *     screen-up} or {@code one-card}; empty where nothing need be said
 * @param width of the camera's frame, in pixels
 * @param height of the camera's frame, in pixels
 * @param corners x and y of the code's corners in the frame, all round; empty for none
 * @param read whether it was read
 */
public record SeenCode(
    Optional<String> hint, int width, int height, List<Integer> corners, boolean read) {
  public SeenCode {
    corners = List.copyOf(corners);
  }
}
