package io.jinlin.kiosk.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.jinlin.kiosk.reader.Frame;
import java.util.Map;

/** Draws a QR code as a grey picture. */
public final class QrPicture {
  private static final int SIDE_PX = 360;
  private static final byte BLACK = 0x18;
  private static final byte WHITE = (byte) 0xe8;

  private QrPicture() {}

  /** The picture of a text of at most a few hundred characters. */
  public static Frame of(String text) {
    try {
      BitMatrix code =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  SIDE_PX,
                  SIDE_PX,
                  Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q));
      byte[] luma = new byte[SIDE_PX * SIDE_PX];
      for (int y = 0; y < SIDE_PX; y++) {
        for (int x = 0; x < SIDE_PX; x++) {
          luma[y * SIDE_PX + x] = code.get(x, y) ? BLACK : WHITE;
        }
      }
      return new Frame(SIDE_PX, SIDE_PX, luma);
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("a text of " + text.length() + " characters", tooLong);
    }
  }
}
