package io.jinlin.e2e.bench.reader;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.jinlin.contract.card.CardCode;
import java.util.Map;
import java.util.Random;

/** What is in the codes, and their modules. */
final class Texts {
  private static final int OTHER_ONE_IN = 5;

  private Texts() {}

  /** A card mostly; else what people hold up by mistake: web addresses, a payment code. */
  static String draw(Random random) {
    if (random.nextInt(OTHER_ONE_IN) > 0) {
      return CardCode.random(random).text();
    }
    StringBuilder text = new StringBuilder();
    if (random.nextBoolean()) {
      text.append("13");
      for (int i = 0; i < 16; i++) {
        text.append(random.nextInt(10));
      }
    } else {
      text.append("https://example.org/");
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  /** The modules without a quiet zone, at the level of our cards. */
  static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.Q,
                  EncodeHintType.MARGIN,
                  0));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("a text of " + text.length() + " characters", tooLong);
    }
  }
}
