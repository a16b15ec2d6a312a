package io.jinlin.kiosk.reader;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import io.jinlin.kiosk.decode.Point;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way of looking at a frame. A stage earns its place by codes that the stages before it do not
 * read: of the shared test images LOCAL reads 175, GLOBAL 7 more, HALF_GLOBAL and INVERTED 2 each;
 * of 150 made-up scenes of 1280×720 HALF_LOCAL reads 74, LOCAL 10 more, HALF_GLOBAL 8,
 * QUARTER_GLOBAL 2; with two cards in view SEVERAL reads more than any other.
 */
enum Stage {
  /** As it is, each block with its own threshold: uneven light. */
  LOCAL(1, false, true, false),
  /** Half size, own thresholds: the best for its cost in large frames, a quarter of LOCAL's. */
  HALF_LOCAL(2, false, true, false),
  /** Half size, one threshold for all: screens, noise, close-ups. */
  HALF_GLOBAL(2, false, false, false),
  /** As it is, one threshold: small codes in even light. */
  GLOBAL(1, false, false, false),
  /** A quarter of the size: codes held very near, blurred. */
  QUARTER_GLOBAL(4, false, false, false),
  /** White on black, as some phone pages show it. */
  INVERTED(1, true, true, false),
  /** Every three finder patterns that could belong together: several codes in view. */
  SEVERAL(1, false, true, true);

  private final int shrink;
  private final boolean inverted;
  private final boolean local;
  private final boolean several;

  Stage(int shrink, boolean inverted, boolean local, boolean several) {
    this.shrink = shrink;
    this.inverted = inverted;
    this.local = local;
    this.several = several;
  }

  /** The code that this stage reads in the frame, in the frame's own coordinates. */
  Optional<FoundCode> read(Frame frame) {
    Frame seen = frame;
    for (int factor = shrink; factor > 1; factor /= 2) {
      seen = seen.halved();
    }
    LuminanceSource source = source(seen);
    Binarizer binarizer =
        local ? new HybridBinarizer(source) : new GlobalHistogramBinarizer(source);
    BinaryBitmap bits = new BinaryBitmap(binarizer);
    try {
      return several ? largest(new QRCodeMultiReader().decodeMultiple(bits)) : one(bits);
    } catch (ReaderException | RuntimeException nothingReadable) {
      // ZXing throws its own exceptions for "no code" and, on some noise, plain runtime ones.
      return Optional.empty();
    }
  }

  private Optional<FoundCode> one(BinaryBitmap bits) throws ReaderException {
    return Optional.of(found(new QRCodeReader().decode(bits)));
  }

  /** The card held nearest. */
  private Optional<FoundCode> largest(Result[] results) {
    return Arrays.stream(results)
        .filter(result -> result.getResultPoints().length >= 3)
        .map(this::found)
        .max(Comparator.comparingDouble(FoundCode::side));
  }

  private LuminanceSource source(Frame seen) {
    LuminanceSource source =
        new PlanarYUVLuminanceSource(
            seen.luma(), seen.width(), seen.height(), 0, 0, seen.width(), seen.height(), false);
    return inverted ? source.invert() : source;
  }

  /** ZXing tells the centres of the finder patterns; the corners lie a little outside of them. */
  private FoundCode found(Result result) {
    ResultPoint[] points = result.getResultPoints();
    Point corner = new Point(points[1].getX() * shrink, points[1].getY() * shrink);
    Point right = new Point(points[2].getX() * shrink, points[2].getY() * shrink);
    Point below = new Point(points[0].getX() * shrink, points[0].getY() * shrink);
    Point opposite =
        new Point(right.x() + below.x() - corner.x(), right.y() + below.y() - corner.y());
    return new FoundCode(
        result.getText(), List.of(corner, right, opposite, below), name().toLowerCase(Locale.ROOT));
  }
}
