package io.jinlin.hub.printing;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Noto Sans CJK SC Bold, as {@code fonts-noto-cjk} installs it. Its glyphs are drawn as outlines:
 * PDF readers need no font, and PDFBox cannot embed the CFF outlines of this one.
 */
final class CardFont implements AutoCloseable {
  private static final String NAME = "NotoSansCJKsc-Bold";
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"),
          Path.of("/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc"),
          Path.of("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Bold.ttc"),
          Path.of("/usr/share/fonts/truetype/noto/NotoSansCJK-Bold.ttc"));

  private final TrueTypeCollection collection;
  private final TrueTypeFont font;

  private CardFont(TrueTypeCollection collection, TrueTypeFont font) {
    this.collection = collection;
    this.font = font;
  }

  /** Opens the font, which takes a second; empty when it is not installed. */
  static Optional<CardFont> open() throws IOException {
    Optional<Path> file = PLACES.stream().filter(Files::isReadable).findFirst();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    TrueTypeCollection collection = new TrueTypeCollection(file.get().toFile());
    TrueTypeFont font = collection.getFontByName(NAME);
    if (font == null) {
      collection.close();
      return Optional.empty();
    }
    return Optional.of(new CardFont(collection, font));
  }

  /** The glyph of a character; 0 for one that the font does not have. */
  int glyph(int character) throws IOException {
    return font.getUnicodeCmapLookup().getGlyphId(character);
  }

  /** How far a glyph goes on, in units of its size. */
  float advance(int glyph) throws IOException {
    return font.getAdvanceWidth(glyph) / (float) font.getUnitsPerEm();
  }

  /** Its outline, in thousandths of its size, from the baseline up. */
  GeneralPath outline(int glyph) throws IOException {
    return ((OpenTypeFont) font).getCFF().getFont().getType2CharString(glyph).getPath();
  }

  @Override
  public void close() throws IOException {
    collection.close();
  }
}
