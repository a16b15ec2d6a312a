package io.jinlin.kiosk.cli;

/**
 * From pixels to distances, for a camera without distortion.
 *
 * @param width of its frames, in pixels
 * @param fieldOfView across the width, in degrees
 * @param codeMillimetres side of the code that is held before it
 */
record Optics(int width, double fieldOfView, double codeMillimetres) {
  /** How far away a code is whose side is so many pixels, in millimetres. */
  double distance(double sidePixels) {
    double focal = width / 2.0 / Math.tan(Math.toRadians(fieldOfView) / 2);
    return focal * codeMillimetres / sidePixels;
  }
}
