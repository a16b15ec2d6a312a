package io.jinlin.kiosk.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is no code is never read: noise, checkerboards, random modules, halftones, rings. */
class NoCodeTest {
  private static final int FRAMES = 2_400;
  private static final int STILL_ONE_IN = 24;
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  @Test
  void noneOfThousandsOfFramesWithoutACodeIsRead() {
    FrameDecoder decoder = new FrameDecoder();
    for (int seed = 0; seed < FRAMES; seed++) {
      GreyImage frame = frame(seed);
      assertThat(decoder.read(frame, within(20))).as("frame %d", seed).isEmpty();
      if (seed % STILL_ONE_IN == 0) {
        assertThat(StillDecoder.read(frame, within(100))).as("still %d", seed).isEmpty();
      }
    }
  }

  private static Deadline within(long millis) {
    return Deadline.in(System::nanoTime, millis * 1_000_000);
  }

  private static GreyImage frame(int seed) {
    Random random = new Random(seed);
    byte[] luma = new byte[WIDTH * HEIGHT];
    int cell = 1 + random.nextInt(12);
    double angle = random.nextDouble() * Math.PI;
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double noise = random.nextInt(3) * 8;
    long pattern = random.nextLong();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int u = (int) Math.floor((x * c + y * s) / cell);
        int v = (int) Math.floor((y * c - x * s) / cell);
        double value =
            switch (seed % 5) {
              case 0 -> random.nextInt(256);
              case 1 -> Math.floorMod(u + v, 2) * 200 + 20;
              case 2 -> new Random(pattern + u * 7919L + v).nextInt(2) * 180 + 30;
              case 3 -> 128 + 90 * Math.sin(u * 1.9) * Math.cos(v * 2.3);
              default -> rings(u, v);
            };
        value += noise * random.nextGaussian();
        luma[y * WIDTH + x] = (byte) Math.max(0, Math.min(255, value));
      }
    }
    return new GreyImage(WIDTH, HEIGHT, luma);
  }

  /** Nothing but finder patterns. */
  private static double rings(int u, int v) {
    int ring = Math.max(Math.abs(Math.floorMod(u, 8) - 3), Math.abs(Math.floorMod(v, 8) - 3));
    return ring == 2 || ring > 3 ? 225 : 30;
  }
}
