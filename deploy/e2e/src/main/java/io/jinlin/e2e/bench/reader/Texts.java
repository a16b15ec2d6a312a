package io.jinlin.e2e.bench.reader;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.jinlin.contract.card.CardCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is in the codes, and their modules. */
final class Texts {
  private static final int OTHER_ONE_IN = 5;

  private static final List<String> CHARACTERS =
      List.of("近邻社区活动中心会员卡号二维码", "日本語点字会員券", "äöüßéèçñ", "дом№улица", "αβγδε abc");

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

  /** What stands in the code of a photograph. */
  static String of(Style style, Random random) {
    int length =
        switch (style) {
          case LARGE -> 90 + random.nextInt(260);
          case HUGE -> 420 + random.nextInt(700);
          default -> 8 + random.nextInt(50);
        };
    String alphabet =
        style == Style.CHARACTERS
            ? CHARACTERS.get(random.nextInt(CHARACTERS.size()))
            : "abcdefghijklmnopqrstuvwxyz0123456789/:.-";
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** The modules of a photograph's code, at any level. */
  static BitMatrix modules(String text, Style style, Random random) {
    ErrorCorrectionLevel[] levels = ErrorCorrectionLevel.values();
    boolean damaged =
        style == Style.TORN
            || style == Style.COVERED
            || style == Style.SCRIBBLED
            || style == Style.LOGO;
    ErrorCorrectionLevel level =
        damaged ? ErrorCorrectionLevel.H : levels[random.nextInt(levels.length)];
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    hints.put(EncodeHintType.ERROR_CORRECTION, level);
    hints.put(EncodeHintType.MARGIN, 0);
    if (style == Style.CHARACTERS) {
      boolean kanji = text.chars().allMatch(c -> "日本語点字会員券".indexOf(c) >= 0);
      hints.put(EncodeHintType.CHARACTER_SET, kanji ? "Shift_JIS" : "UTF-8");
    }
    return modules(text, hints);
  }

  /** The modules without a quiet zone, at the level of our cards. */
  static BitMatrix modules(String text) {
    return modules(
        text,
        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 0));
  }

  private static BitMatrix modules(String text, Map<EncodeHintType, ?> hints) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("a text of " + text.length() + " characters", tooLong);
    }
  }
}
