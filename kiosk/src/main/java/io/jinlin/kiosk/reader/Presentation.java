package io.jinlin.kiosk.reader;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRefusal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes one scan of one presentation: a code that stays in view is one scan however many frames see
 * it, and is a new one only after it was away. Another code is a scan at once, so that the next
 * person need not wait.
 *
 * <p>A card that reads damaged is answered only when the same wrong text comes again and again: a
 * single bad frame between good ones is nobody's business.
 */
public final class Presentation {
  /** A code that was not seen for this long was away, in milliseconds. */
  public static final long AWAY_MS = 1_500;

  /** Hand scanners send one code once; some send it twice within this time, in milliseconds. */
  public static final long SCANNER_AWAY_MS = 400;

  /** Frames in which a damaged text must come before it is answered. */
  public static final int DAMAGED_FRAMES = 4;

  /**
   * Codes remembered at most. More are never in view at once; a scanner that delivers more within
   * its time forgets the one it saw longest ago, so that no new code is ever turned away.
   */
  private static final int MAX_IN_VIEW = 32;

  private final long awayMillis;
  private final int damagedFrames;
  private final Map<String, InView> inView = new LinkedHashMap<>();

  private record InView(long lastMillis, int frames, boolean scanned) {}

  private Presentation(long awayMillis, int damagedFrames) {
    this.awayMillis = awayMillis;
    this.damagedFrames = damagedFrames;
  }

  /** For a source that sees a code in many frames. */
  public static Presentation ofFrames(long awayMillis) {
    return new Presentation(awayMillis, DAMAGED_FRAMES);
  }

  /** For a source that delivers each code once. */
  public static Presentation ofTexts() {
    return new Presentation(SCANNER_AWAY_MS, 1);
  }

  /**
   * Tells whether this sight of a code begins a scan.
   *
   * @param text what was read
   * @param nowMillis monotonic; never before that of the last call
   */
  public boolean begins(String text, long nowMillis) {
    inView.values().removeIf(view -> nowMillis - view.lastMillis > awayMillis);
    // Taken out and put back, the map stays in the order of the last sight.
    InView known = inView.remove(text);
    InView before = known == null ? new InView(nowMillis, 0, false) : known;
    forgetOldest();
    int frames = Math.min(before.frames + 1, damagedFrames);
    boolean scan = !before.scanned && (frames >= damagedFrames || !isDamaged(text));
    inView.put(text, new InView(nowMillis, frames, before.scanned || scan));
    return scan;
  }

  /** Whether a code is in view whose scan began before. */
  public boolean isAnswered(String text, long nowMillis) {
    InView known = inView.get(text);
    return known != null && known.scanned && nowMillis - known.lastMillis <= awayMillis;
  }

  private void forgetOldest() {
    if (inView.size() >= MAX_IN_VIEW) {
      Iterator<String> oldest = inView.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  private static boolean isDamaged(String text) {
    return CardCode.read(text) instanceof CardReading.NotACard other
        && other.refusal() == CardRefusal.DAMAGED;
  }
}
