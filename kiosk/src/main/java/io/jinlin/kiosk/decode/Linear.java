package io.jinlin.kiosk.decode;

/** Linear equations. */
final class Linear {
  private static final double SINGULAR = 1e-12;

  private Linear() {}

  /**
   * Gauss with row exchange.
   *
   * @param rows n rows of n coefficients and a right side; overwritten
   * @return the n unknowns; empty when the equations do not determine them
   */
  static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
          pivot = row;
        }
      }
      double[] chosen = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = chosen;
      if (Math.abs(chosen[column]) < SINGULAR) {
        return new double[0];
      }
      for (int row = column + 1; row < n; row++) {
        double factor = rows[row][column] / chosen[column];
        for (int k = column; k <= n; k++) {
          rows[row][k] -= factor * chosen[k];
        }
      }
    }
    double[] unknowns = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double right = rows[row][n];
      for (int k = row + 1; k < n; k++) {
        right -= rows[row][k] * unknowns[k];
      }
      unknowns[row] = right / rows[row][row];
    }
    return unknowns;
  }
}
