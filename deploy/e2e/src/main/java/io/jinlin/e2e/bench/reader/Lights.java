package io.jinlin.e2e.bench.reader;

import java.util.Random;

/**
 * Where light and shadow fall in one presentation.
 *
 * @param glareX middle of the mirrored lamp, in sides of the code from its middle
 * @param glareY likewise
 * @param glareLong how stretched the spot is, 1 round
 * @param shadowAngle of the shadow's edge, in radians
 * @param shadowOffset of the edge from the code's middle, in sides of the code
 * @param shadowSoft width of the edge, in sides of the code
 * @param pitch of the screen's pixels, in millimetres
 * @param motionAngle direction of a movement, in radians
 */
record Lights(
    double glareX,
    double glareY,
    double glareLong,
    double shadowAngle,
    double shadowOffset,
    double shadowSoft,
    double pitch,
    double motionAngle) {
  static Lights draw(Random random) {
    return new Lights(
        random.nextDouble() - 0.5,
        random.nextDouble() - 0.5,
        1 + 2 * random.nextDouble(),
        random.nextDouble() * 2 * Math.PI,
        0.7 * (random.nextDouble() - 0.5),
        0.01 + 0.15 * random.nextDouble(),
        0.055 + 0.12 * random.nextDouble(),
        random.nextDouble() * Math.PI);
  }

  /** The lamp's image runs over the card as the card turns. */
  Lights shifted(double sidesX, double sidesY) {
    return new Lights(
        glareX + sidesX,
        glareY + sidesY,
        glareLong,
        shadowAngle,
        shadowOffset,
        shadowSoft,
        pitch,
        motionAngle);
  }
}
