package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.reader.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is before the camera: part of the picture differs from what it is when nobody
 * is. The picture of nobody follows slow changes of light, and what stands still for a minute
 * becomes part of it.
 */
final class Presence {
  /** Cells of the picture a side. */
  private static final int CELLS = 24;

  private static final int SAMPLES = 5;

  /** Difference of a cell's mean grey that is one. */
  private static final float DIFFERENT = 18;

  /** Part of the cells that must differ: a card at arm's length. */
  private static final double SHARE = 0.012;

  /** At 15 frames a second the picture of nobody has gone half way in about 30 seconds. */
  private static final float FOLLOW = 0.0015f;

  /** At the start nobody knows what nobody looks like: somebody is assumed for so many frames. */
  private static final int LEARNING_FRAMES = 30;

  private float @Nullable [] nobody;
  private int frames;

  /** Looks at a frame; the first one is taken for nobody. */
  boolean isSomebody(Frame frame) {
    float[] now = means(frame);
    float[] usual = nobody;
    if (usual == null) {
      nobody = now;
      return true;
    }
    frames++;
    // A lamp that is switched on changes all cells alike: only what differs from that counts.
    float lighter = mean(now) - mean(usual);
    int different = 0;
    for (int i = 0; i < now.length; i++) {
      different += Math.abs(now[i] - usual[i] - lighter) > DIFFERENT ? 1 : 0;
      usual[i] += FOLLOW * (now[i] - usual[i]);
    }
    return frames < LEARNING_FRAMES || different > SHARE * now.length;
  }

  private static float mean(float[] cells) {
    float sum = 0;
    for (float cell : cells) {
      sum += cell;
    }
    return sum / cells.length;
  }

  private static float[] means(Frame frame) {
    float[] means = new float[CELLS * CELLS];
    for (int cell = 0; cell < means.length; cell++) {
      int sum = 0;
      for (int i = 0; i < SAMPLES * SAMPLES; i++) {
        int x = ((cell % CELLS) * SAMPLES + i % SAMPLES) * frame.width() / (CELLS * SAMPLES);
        int y = ((cell / CELLS) * SAMPLES + i / SAMPLES) * frame.height() / (CELLS * SAMPLES);
        sum += frame.luma()[y * frame.width() + x] & 0xff;
      }
      means[cell] = (float) sum / (SAMPLES * SAMPLES);
    }
    return means;
  }
}
