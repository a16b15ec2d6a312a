package io.jinlin.hub.printing;

import io.jinlin.hub.cards.PrintableCard;
import io.jinlin.hub.cards.QrSquares;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Cards of ISO/IEC 7810 ID-1, 85.6 × 54 mm. The code has 25 squares of 1.04 mm, so it is 26 mm
 * wide, with the quiet zone of four squares that ISO/IEC 18004 asks for.
 */
public final class CardPdf {
  /** How the cards lie on pages. */
  public enum Form {
    /** Ten on A4 with marks to cut along. */
    SHEET,
    /** One on a page of its own size, for a card printer. */
    SINGLE
  }

  private static final float WIDTH = 85.6f;
  private static final float HEIGHT = 54;
  private static final float A4_WIDTH = 210;
  private static final float A4_HEIGHT = 297;
  private static final int COLUMNS = 2;
  private static final int LINES = 5;
  private static final float LEFT = (A4_WIDTH - COLUMNS * WIDTH) / 2;
  private static final float TOP = (A4_HEIGHT - LINES * HEIGHT) / 2;
  private static final float SQUARE = 1.04f;
  private static final int QUIET = 4;
  private static final float MARK = 5;
  private static final float MARK_GAP = 1;
  private static final float HAIRLINE = 0.25f;
  private static final float NAME = 11;
  private static final float NUMBER = 5;
  private static final float SMALL = 3.2f;
  private static final float MARGIN = 3;

  private final String site;
  private final String footer;

  /**
   * Prints.
   *
   * @param site shown on each card
   * @param footer at the foot of each sheet: when, and by whom
   */
  public CardPdf(String site, String footer) {
    this.site = site;
    this.footer = footer;
  }

  /** A file of the cards; empty when the font is not installed on this machine. */
  public Optional<byte[]> write(List<PrintableCard> cards, Form form) {
    try {
      Optional<CardFont> font = CardFont.open();
      if (font.isEmpty()) {
        return Optional.empty();
      }
      try (CardFont open = font.get();
          PDDocument document = new PDDocument()) {
        Pen pen = new Pen(document, open);
        if (form == Form.SINGLE) {
          singles(document, pen, cards);
        } else {
          sheets(document, pen, cards);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return Optional.of(out.toByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDPage page(PDDocument document, float width, float height) {
    float points = Pen.POINTS_OF_MM;
    PDPage page = new PDPage(new PDRectangle(width * points, height * points));
    document.addPage(page);
    return page;
  }

  private void singles(PDDocument document, Pen pen, List<PrintableCard> cards) throws IOException {
    for (PrintableCard card : cards) {
      try (var page = new PDPageContentStream(document, page(document, WIDTH, HEIGHT))) {
        card(page, pen, HEIGHT, card, 0, 0);
      }
    }
  }

  private void sheets(PDDocument document, Pen pen, List<PrintableCard> cards) throws IOException {
    int perSheet = COLUMNS * LINES;
    int sheets = (cards.size() + perSheet - 1) / perSheet;
    for (int sheet = 0; sheet < sheets; sheet++) {
      try (var page = new PDPageContentStream(document, page(document, A4_WIDTH, A4_HEIGHT))) {
        marks(page);
        int end = Math.min((sheet + 1) * perSheet, cards.size());
        for (int i = sheet * perSheet; i < end; i++) {
          int place = i % perSheet;
          float x = LEFT + place % COLUMNS * WIDTH;
          float y = TOP + place / COLUMNS * HEIGHT;
          card(page, pen, A4_HEIGHT, cards.get(i), x, y);
        }
        String foot = footer + " · " + (sheet + 1) + " / " + sheets;
        pen.text(page, A4_HEIGHT, foot, LEFT + MARK, A4_HEIGHT - MARK - SMALL / 2, SMALL);
      }
    }
  }

  /** Short lines outside the cards, where the blade goes. */
  private static void marks(PDPageContentStream page) throws IOException {
    float points = Pen.POINTS_OF_MM;
    page.setLineWidth(HAIRLINE);
    for (int column = 0; column <= COLUMNS; column++) {
      float x = (LEFT + column * WIDTH) * points;
      float bottom = TOP - MARK_GAP;
      float top = A4_HEIGHT - TOP + MARK_GAP;
      line(page, x, bottom * points, x, (bottom - MARK) * points);
      line(page, x, top * points, x, (top + MARK) * points);
    }
    for (int line = 0; line <= LINES; line++) {
      float y = (TOP + line * HEIGHT) * points;
      float left = LEFT - MARK_GAP;
      float right = A4_WIDTH - LEFT + MARK_GAP;
      line(page, left * points, y, (left - MARK) * points, y);
      line(page, right * points, y, (right + MARK) * points, y);
    }
    page.stroke();
  }

  private static void line(PDPageContentStream page, float x, float y, float toX, float toY)
      throws IOException {
    page.moveTo(x, y);
    page.lineTo(toX, toY);
  }

  private void card(
      PDPageContentStream page, Pen pen, float height, PrintableCard card, float x, float y)
      throws IOException {
    List<String> rows = QrSquares.of(card.code());
    float code = (rows.size() + 2 * QUIET) * SQUARE;
    float top = y + (HEIGHT - code) / 2 + QUIET * SQUARE;
    Pen.code(page, height, rows, x + MARGIN + QUIET * SQUARE, top, SQUARE);
    float left = x + MARGIN + code;
    float room = WIDTH - MARGIN - code - MARGIN - 1;
    float size = pen.fitting(card.name(), NAME, room);
    pen.text(page, height, card.name(), left, y + HEIGHT / 2, size);
    pen.text(page, height, card.number(), left, y + HEIGHT / 2 + NUMBER + 3, NUMBER);
    float small = pen.fitting(site, SMALL, room);
    pen.text(page, height, site, left, y + HEIGHT - MARGIN - 2, small);
    if (card.collector()) {
      pen.text(page, height, "接送卡", left, y + MARGIN + NUMBER + 2, NUMBER);
    }
  }
}
