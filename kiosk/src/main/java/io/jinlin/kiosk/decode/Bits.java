package io.jinlin.kiosk.decode;

/**
 * A picture of dark and light.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dark 1 where dark, 0 where light, row by row; never changed
 */
record Bits(int width, int height, byte[] dark) {
  /** Dark for light and light for dark: white codes on black become findable. */
  Bits inverted() {
    byte[] out = new byte[dark.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (1 - dark[i]);
    }
    return new Bits(width, height, out);
  }
}
