package io.jinlin.kiosk.decode;

import java.util.List;

/** Where the modules of a code stand in a picture. */
interface Layout {
  /** Modules a side. */
  int dimension();

  /** Column of a place, in pixels; of the code's upper left corner at (0, 0), in modules. */
  double x(double u, double v);

  /** Row of it. */
  double y(double u, double v);

  /** Whether it is a place at all that a camera may see. */
  boolean sound();

  default Point at(double u, double v) {
    return new Point(x(u, v), y(u, v));
  }

  /** The outer corners, all round. */
  default List<Point> corners() {
    int d = dimension();
    return List.of(at(0, 0), at(d, 0), at(d, d), at(0, d));
  }
}
