package io.jinlin.kiosk.reader;

import java.util.List;

/**
 * A command that writes raw frames to its standard output.
 *
 * @param command and its arguments, for example {@code rpicam-vid … --codec yuv420 -o -}
 * @param width of a frame in pixels, even
 * @param height of a frame in pixels, even
 * @param format of its pixels
 */
public record CameraSettings(List<String> command, int width, int height, Format format) {
  /** Smallest side, in pixels. */
  public static final int MIN_SIDE = 64;

  /** Largest side, in pixels. */
  public static final int MAX_SIDE = 4_096;

  /** How the bytes of a frame are laid out. */
  public enum Format {
    /** One byte a pixel. */
    GRAY,
    /** One byte a pixel, then a quarter as many of each of two colours, which are skipped. */
    YUV420
  }

  public CameraSettings {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("the camera command is empty");
    }
    checkSide("width", width);
    checkSide("height", height);
    command = List.copyOf(command);
  }

  private static void checkSide(String name, int side) {
    if (side < MIN_SIDE || side > MAX_SIDE || side % 2 != 0) {
      throw new IllegalArgumentException(
          "camera "
              + name
              + " "
              + side
              + " is not an even number from "
              + MIN_SIDE
              + " to "
              + MAX_SIDE);
    }
  }

  int lumaBytes() {
    return width * height;
  }

  int colourBytes() {
    return format == Format.YUV420 ? width * height / 2 : 0;
  }
}
