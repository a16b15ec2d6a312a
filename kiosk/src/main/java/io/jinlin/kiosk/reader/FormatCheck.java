package io.jinlin.kiosk.reader;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells whether bytes are the grey frames that they are taken for. A camera set to another pixel
 * format or width gives a picture that nothing can be read in, and no error.
 *
 * <p>Three signs: pixels that resemble the second, third or fourth to their right more than the
 * next one (packed colours), rows that do so downwards (packed colours, or another width), and
 * frames that resemble the one before last, or the one before those, more than the last (planes of
 * colour that are not skipped, or skipped where there are none).
 */
final class FormatCheck {
  /** Frames in a row that must show it: a lamp that flickers shows it for a moment. */
  static final int CERTAIN_FRAMES = 12;

  /** How many times nearer the others must be. */
  private static final double MUCH = 2.5;

  /** Mean difference of grey values below which a picture says nothing. */
  private static final double PLAIN = 6;

  private static final int MAX_STRIDE = 4;
  private static final int MAX_PERIOD = 4;
  private static final int BLOCK = 16;
  private static final int SAMPLES = 4;
  private static final int SPARSE = 61;

  private final Deque<byte[]> before = new ArrayDeque<>();
  private int doubtful;

  /** Whether it is certain by now, with this frame, that the bytes mean something else. */
  boolean isWrong(Frame frame) {
    byte[] small = small(frame);
    boolean odd = odd(frame, 1) || odd(frame, frame.width()) || oddTurn(small);
    doubtful = odd ? doubtful + 1 : 0;
    before.addFirst(small);
    if (before.size() > MAX_PERIOD) {
      before.removeLast();
    }
    return doubtful >= CERTAIN_FRAMES;
  }

  /** Along steps of so many bytes: a pixel to the right, or a row down. */
  private static boolean odd(Frame frame, int step) {
    double next = difference(frame, step);
    boolean odd = false;
    for (int stride = 2; stride <= MAX_STRIDE; stride++) {
      odd |= next > PLAIN && next > MUCH * difference(frame, stride * step);
    }
    return odd;
  }

  private static double difference(Frame frame, int distance) {
    byte[] luma = frame.luma();
    long sum = 0;
    long count = 0;
    // An odd step meets all places of a packed group, and drifts over the columns.
    for (int at = 0; at + distance < luma.length; at += SPARSE) {
      sum += Math.abs((luma[at] & 0xff) - (luma[at + distance] & 0xff));
      count++;
    }
    return (double) sum / Math.max(1, count);
  }

  private boolean oddTurn(byte[] small) {
    double last = Double.NaN;
    boolean odd = false;
    for (byte[] earlier : before) {
      double difference = difference(small, earlier);
      if (Double.isNaN(last)) {
        last = difference;
      } else {
        odd |= last > PLAIN && last > MUCH * difference;
      }
    }
    return odd;
  }

  /** Blocks of 16 by 16 pixels, each the mean of sixteen of them: noise does not count. */
  private static byte[] small(Frame frame) {
    int w = frame.width() / BLOCK;
    int h = frame.height() / BLOCK;
    byte[] small = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int sum = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
          int py = y * BLOCK + i / SAMPLES * BLOCK / SAMPLES;
          int px = x * BLOCK + i % SAMPLES * BLOCK / SAMPLES;
          sum += frame.luma()[py * frame.width() + px] & 0xff;
        }
        small[y * w + x] = (byte) (sum / (SAMPLES * SAMPLES));
      }
    }
    return small;
  }

  private static double difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
    }
    return (double) sum / one.length;
  }

  /**
   * Whether a stream begins like a compressed one: JPEG, H.264 or H.265, Matroska, MP4, AVI, PNG.
   */
  static boolean isCompressed(byte[] start) {
    int b0 = start[0] & 0xff;
    int b1 = start[1] & 0xff;
    int b2 = start[2] & 0xff;
    int b3 = start[3] & 0xff;
    boolean jpeg = b0 == 0xff && b1 == 0xd8 && b2 == 0xff;
    boolean startCode = b0 == 0 && b1 == 0 && (b2 == 1 || b2 == 0 && b3 == 1) && isUnit(start);
    boolean matroska = b0 == 0x1a && b1 == 0x45 && b2 == 0xdf && b3 == 0xa3;
    boolean riff = b0 == 'R' && b1 == 'I' && b2 == 'F' && b3 == 'F';
    boolean png = b0 == 0x89 && b1 == 'P' && b2 == 'N' && b3 == 'G';
    boolean mp4 = start[4] == 'f' && start[5] == 't' && start[6] == 'y' && start[7] == 'p';
    return jpeg || startCode || matroska || riff || png || mp4;
  }

  /** After the start code: the parameters of a sequence, with which every stream begins. */
  private static boolean isUnit(byte[] start) {
    int unit = start[2] == 1 ? start[3] : start[4];
    return (unit & 0x1f) == 7 || (unit >> 1 & 0x3f) == 32;
  }
}
