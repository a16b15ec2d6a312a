package io.jinlin.e2e.bench.reader;

import java.util.List;
import java.util.Optional;

/** A row of the tables: how codes are presented. */
public enum Condition {
  /** Well held, well lit: 140 to 300 pixels. */
  CLEAN(140, 300, List.of()),
  /** At arm's length: 60 to 95 pixels, less than four a module. */
  FAR(60, 95, List.of()),
  TILT(80, 300, List.of(Fault.TILT)),
  DEFOCUS(80, 300, List.of(Fault.DEFOCUS)),
  MOTION(80, 300, List.of(Fault.MOTION)),
  DIM(80, 300, List.of(Fault.DIM)),
  SHADOW(80, 300, List.of(Fault.SHADOW)),
  GLARE(80, 300, List.of(Fault.GLARE)),
  MOIRE(80, 300, List.of(Fault.MOIRE)),
  BLOOM(80, 300, List.of(Fault.BLOOM)),
  INVERTED(80, 300, List.of(Fault.INVERTED)),
  WORN(80, 300, List.of(Fault.WORN)),
  /** Two or three of them at once, each up to four fifths of its strength. */
  MIXED(80, 300, List.of()),
  /** Three at once, each from half of its strength to all of it. */
  WORST(80, 300, List.of());

  private final double smallest;
  private final double largest;
  private final List<Fault> faults;

  Condition(double smallest, double largest, List<Fault> faults) {
    this.smallest = smallest;
    this.largest = largest;
    this.faults = faults;
  }

  /** Side of the code facing the camera, in pixels. */
  double smallest() {
    return smallest;
  }

  double largest() {
    return largest;
  }

  /** The faults that are always there. */
  List<Fault> faults() {
    return faults;
  }

  /** The condition of this name in small letters. */
  public static Optional<Condition> named(String name) {
    return List.of(values()).stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
