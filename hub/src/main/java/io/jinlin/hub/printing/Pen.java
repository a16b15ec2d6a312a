package io.jinlin.hub.printing;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/** Draws text and codes into a document, in millimetres from the upper left corner of a page. */
final class Pen {
  static final float POINTS_OF_MM = 72 / 25.4f;

  /** Outlines are in thousandths of the size. */
  private static final float EM = 1_000;

  private final PDDocument document;
  private final CardFont font;
  private final Map<Integer, PDFormXObject> glyphs = new HashMap<>();

  Pen(PDDocument document, CardFont font) {
    this.document = document;
    this.font = font;
  }

  /** How wide a text of a size is. */
  float width(String text, float size) throws IOException {
    float width = 0;
    for (int character : text.codePoints().toArray()) {
      width += font.advance(font.glyph(character)) * size;
    }
    return width;
  }

  /** The size, at most as given, in which a text is not wider than given. */
  float fitting(String text, float size, float width) throws IOException {
    return Math.min(size, size * width / Math.max(width(text, size), 0.1f));
  }

  /** Writes a line of text from a place on its baseline. */
  void text(PDPageContentStream page, float height, String text, float x, float y, float size)
      throws IOException {
    float at = x;
    float scale = size * POINTS_OF_MM / EM;
    for (int character : text.codePoints().toArray()) {
      int glyph = font.glyph(character);
      Optional<PDFormXObject> drawn = drawn(glyph);
      if (drawn.isPresent()) {
        page.saveGraphicsState();
        page.transform(
            new Matrix(scale, 0, 0, scale, at * POINTS_OF_MM, (height - y) * POINTS_OF_MM));
        page.drawForm(drawn.get());
        page.restoreGraphicsState();
      }
      at += font.advance(glyph) * size;
    }
  }

  /** Each glyph once in the document; empty for a space. */
  private Optional<PDFormXObject> drawn(int glyph) throws IOException {
    PDFormXObject known = glyphs.get(glyph);
    if (known != null) {
      return Optional.of(known);
    }
    StringBuilder path = new StringBuilder();
    float[] p = new float[6];
    for (PathIterator i = font.outline(glyph).getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> add(path, "m", p, 2);
        case PathIterator.SEG_LINETO -> add(path, "l", p, 2);
        case PathIterator.SEG_CUBICTO -> add(path, "c", p, 6);
        case PathIterator.SEG_CLOSE -> path.append("h\n");
        default -> throw new IOException("a CFF outline has cubic curves only");
      }
    }
    if (path.isEmpty()) {
      return Optional.empty();
    }
    path.append("f\n");
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(new PDRectangle(-EM, -EM, 3 * EM, 3 * EM));
    form.setResources(new PDResources());
    try (var out =
        form.getContentStream().createOutputStream(org.apache.pdfbox.cos.COSName.FLATE_DECODE)) {
      out.write(path.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    glyphs.put(glyph, form);
    return Optional.of(form);
  }

  private static void add(StringBuilder path, String operator, float[] points, int count) {
    for (int i = 0; i < count; i++) {
      path.append(Math.round(points[i])).append(' ');
    }
    path.append(operator).append('\n');
  }

  /** Fills the dark squares of a code; rows from the top, {@code 1} dark. */
  static void code(
      PDPageContentStream page, float height, List<String> rows, float x, float y, float square)
      throws IOException {
    for (int row = 0; row < rows.size(); row++) {
      String squares = rows.get(row);
      int from = squares.indexOf('1');
      while (from >= 0) {
        int until = squares.indexOf('0', from);
        int end = until < 0 ? squares.length() : until;
        page.addRect(
            (x + from * square) * POINTS_OF_MM,
            (height - y - (row + 1) * square) * POINTS_OF_MM,
            (end - from) * square * POINTS_OF_MM,
            square * POINTS_OF_MM);
        from = squares.indexOf('1', end);
      }
    }
    page.fill();
  }
}
