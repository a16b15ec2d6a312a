package io.jinlin.e2e.bench.reader;

/** One thing that a hall, a hand or a print does to a code. Its strength is 0 (none) to 1. */
public enum Fault {
  /** Turned away from the camera: up to 65°. */
  TILT,
  /** Out of focus: a disc of up to 1.05 modules radius. */
  DEFOCUS,
  /** Moved while exposed: up to 2.2 modules. */
  MOTION,
  /** A dim hall: down to 25 electrons for white, so that noise is a third of the contrast. */
  DIM,
  /** The edge of a shadow across the code: down to a sixth of the light. */
  SHADOW,
  /** A lamp mirrored in the lamination: a spot of up to a third of the code's side across. */
  GLARE,
  /** The pixels of a screen against those of the camera. */
  MOIRE,
  /** A screen at full brightness: overexposed, with a halo that eats dark modules. */
  BLOOM,
  /** Light modules on dark. */
  INVERTED,
  /** Scratches, rubbed-off patches, creases. */
  WORN,
  /** Around a cylinder: up to 110° from one side of the code to the other. */
  CURVED,
  /** Waves of a wet or folded paper: up to 0.9 modules off. */
  CRUMPLED
}
