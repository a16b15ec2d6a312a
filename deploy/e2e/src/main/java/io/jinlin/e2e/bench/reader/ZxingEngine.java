package io.jinlin.e2e.bench.reader;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.jinlin.kiosk.reader.Frame;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** ZXing's QR reader as it comes. */
final class ZxingEngine implements Engine {
  private final boolean harder;
  private final Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);

  /**
   * @param harder with its hint to try harder, which finds more and costs more
   */
  ZxingEngine(boolean harder) {
    this.harder = harder;
    if (harder) {
      hints.put(DecodeHintType.TRY_HARDER, true);
    }
  }

  @Override
  public String name() {
    return harder ? "ZXing" : "ZXing, no hint";
  }

  @Override
  public Optional<String> read(Frame frame) {
    PlanarYUVLuminanceSource source =
        new PlanarYUVLuminanceSource(
            frame.luma(),
            frame.width(),
            frame.height(),
            0,
            0,
            frame.width(),
            frame.height(),
            false);
    try {
      BinaryBitmap bits = new BinaryBitmap(new HybridBinarizer(source));
      return Optional.of(new QRCodeReader().decode(bits, hints).getText());
    } catch (ReaderException | RuntimeException nothing) {
      // On some frames it answers with an index out of bounds.
      return Optional.empty();
    }
  }
}
