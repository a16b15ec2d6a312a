package io.jinlin.kiosk.reader;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;

/**
 * One way of looking at a frame, cheapest first. A stage earns its place by codes that the stages
 * before it do not read; the table is in the README.
 */
enum Stage {
  /** As it is, each block with its own threshold: uneven light. */
  LOCAL(1, false, true, false),
  /** Half size, one threshold for all: screens, noise, close-ups. A fifth of LOCAL's cost. */
  HALF_GLOBAL(2, false, false, false),
  /** As it is, one threshold: small codes in even light. */
  GLOBAL(1, false, false, false),
  /** Half size, own thresholds. */
  HALF_LOCAL(2, false, true, false),
  /** White on black, as some phone pages show it. */
  INVERTED(1, true, true, false),
  /** The finder searches every row; the slowest. */
  HARDER(1, false, true, true),
  /** A quarter of the size: codes held very near, blurred. */
  QUARTER_GLOBAL(4, false, false, true);

  private final int shrink;
  private final boolean inverted;
  private final boolean local;
  private final boolean harder;

  Stage(int shrink, boolean inverted, boolean local, boolean harder) {
    this.shrink = shrink;
    this.inverted = inverted;
    this.local = local;
    this.harder = harder;
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
    Map<DecodeHintType, ?> hints =
        harder ? Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE) : Map.of();
    try {
      return Optional.of(found(new QRCodeReader().decode(new BinaryBitmap(binarizer), hints)));
    } catch (ReaderException | RuntimeException nothingReadable) {
      // ZXing throws its own exceptions for "no code" and, on some noise, plain runtime ones.
      return Optional.empty();
    }
  }

  private LuminanceSource source(Frame seen) {
    LuminanceSource source =
        new PlanarYUVLuminanceSource(
            seen.luma(), seen.width(), seen.height(), 0, 0, seen.width(), seen.height(), false);
    return inverted ? source.invert() : source;
  }

  private FoundCode found(Result result) {
    ResultPoint[] points = result.getResultPoints();
    double x = (points[0].getX() + points[2].getX()) / 2 * shrink;
    double y = (points[0].getY() + points[2].getY()) / 2 * shrink;
    double side = ResultPoint.distance(points[0], points[1]) * shrink;
    return new FoundCode(result.getText(), x, y, side);
  }
}
