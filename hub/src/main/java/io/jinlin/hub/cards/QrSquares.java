package io.jinlin.hub.cards;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.jinlin.contract.card.CardCode;
import java.util.ArrayList;
import java.util.List;

/** A card's QR code for whoever draws it: error correction Q, without its quiet zone. */
public final class QrSquares {
  private QrSquares() {}

  /** Rows from the top, a character a square: {@code 1} dark, {@code 0} light. */
  public static List<String> of(CardCode code) {
    ByteMatrix matrix;
    try {
      matrix = Encoder.encode(code.text(), ErrorCorrectionLevel.Q).getMatrix();
    } catch (WriterException impossible) {
      throw new IllegalStateException("a card's text fits into a QR code", impossible);
    }
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < matrix.getHeight(); y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < matrix.getWidth(); x++) {
        row.append(matrix.get(x, y) == 1 ? '1' : '0');
      }
      rows.add(row.toString());
    }
    return rows;
  }
}
