package io.jinlin.kiosk.decode;

/**
 * How dark each module of a code is.
 *
 * @param dimension modules a side
 * @param darkness row by row: above 0 is dark, below is light, the farther from 0 the surer
 */
record ModuleValues(int dimension, float[] darkness) {
  float darkness(int x, int y) {
    return darkness[y * dimension + x];
  }
}
