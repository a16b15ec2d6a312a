package io.jinlin.kiosk.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What stands on the paper. No name, no card: a slip that lies about says nothing of anybody.
 *
 * @param place where it was given
 * @param queue for what
 * @param time of day, {@code 09:05}; empty when the clock is not trusted
 * @param ahead who is before, in words; empty when nobody knows
 */
public record Slip(
    String place, String queue, int number, Optional<String> time, Optional<String> ahead) {
  /** What Chinese receipt printers understand; GBK and GB2312 are parts of it. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Longest line, in characters: more would be cut off by the printer itself. */
  private static final int MAX_LINE = 24;

  private static final int ESC = 0x1b;
  private static final int FS = 0x1c;
  private static final int GS = 0x1d;
  private static final int PLAIN = 0x00;
  private static final int DOUBLE = 0x11;

  /** Seven times as wide and high: four digits just fit on paper of 58 mm. */
  private static final int HUGE = 0x66;

  private static final int PARTIAL_CUT = 66;
  private static final int FEED_BEFORE_CUT = 3;

  /** The slip in ESC/POS (Epson's commands, which receipt printers share). */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    command(out, ESC, '@');
    command(out, FS, '&');
    command(out, ESC, 'a', 1);
    line(out, PLAIN, place);
    line(out, DOUBLE, queue);
    line(out, HUGE, String.valueOf(number));
    ahead.ifPresent(words -> line(out, DOUBLE, words));
    line(out, PLAIN, "请坐,等叫号");
    time.ifPresent(words -> line(out, PLAIN, words));
    command(out, GS, 'V', PARTIAL_CUT, FEED_BEFORE_CUT);
    return out.toByteArray();
  }

  private static void line(ByteArrayOutputStream out, int size, String text) {
    command(out, GS, '!', size);
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    String cut = clean.substring(0, Math.min(clean.length(), MAX_LINE));
    out.writeBytes(cut.getBytes(GB18030));
    out.write('\n');
  }

  private static void command(ByteArrayOutputStream out, int... bytes) {
    for (int one : bytes) {
      out.write(one);
    }
  }
}
