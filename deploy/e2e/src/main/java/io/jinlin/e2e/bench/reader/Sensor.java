package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import java.util.Random;

/** Counts electrons: shot noise with the light, read noise always; then the usual gamma. */
final class Sensor {
  private static final double FULL_ELECTRONS = 3_500;
  private static final double DIM_ELECTRONS = 25;
  private static final double READ_ELECTRONS = 4;
  private static final int TABLE = 1 << 16;
  private static final int LEVELS = 4_096;
  private static final float[] NOISE = noise();
  private static final byte[] GAMMA = gamma();

  private Sensor() {}

  /**
   * Exposes.
   *
   * @param dim 0 for a well-lit hall to 1
   */
  static Frame expose(Gray picture, double dim, Random random) {
    double electrons = FULL_ELECTRONS * Math.pow(DIM_ELECTRONS / FULL_ELECTRONS, dim);
    // The camera's own gain does not make up for all of the dark.
    double gain = 1 - 0.65 * dim;
    byte[] luma = new byte[picture.light().length];
    int at = random.nextInt(TABLE);
    int step = 2 * random.nextInt(TABLE / 2) + 1;
    for (int i = 0; i < luma.length; i++) {
      double count = Math.min(1.2, Math.max(0, picture.light()[i])) * electrons;
      at = at + step + (i & 0x3ff) & TABLE - 1;
      double got = count + NOISE[at] * Math.sqrt(count + READ_ELECTRONS * READ_ELECTRONS);
      int level = (int) (got / electrons * gain * (LEVELS - 1));
      luma[i] = GAMMA[Math.max(0, Math.min(LEVELS - 1, level))];
    }
    return new Frame(picture.width(), picture.height(), luma);
  }

  private static float[] noise() {
    Random random = new Random(0x5e50);
    float[] noise = new float[TABLE];
    for (int i = 0; i < TABLE; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }

  private static byte[] gamma() {
    byte[] gamma = new byte[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      gamma[i] = (byte) Math.round(255 * Math.pow((double) i / (LEVELS - 1), 1 / 2.2));
    }
    return gamma;
  }
}
