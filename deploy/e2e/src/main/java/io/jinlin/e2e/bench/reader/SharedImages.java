package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The test images of ZXing and jsQR, which stand outside the repository. */
record SharedImages(Path folder, List<Image> images) {
  /**
   * An image.
   *
   * @param name below the folder
   * @param text expected; empty where there is no code
   */
  record Image(String name, String text) {
    boolean isIn(String set) {
      return name.startsWith(set);
    }
  }

  /** The folder that was named, or else {@code shared/data/qr} beside the checkout. */
  static Optional<SharedImages> find(Optional<Path> named) throws IOException {
    Optional<Path> folder = named.or(SharedImages::beside);
    return folder.isPresent() ? Optional.of(read(folder.get())) : Optional.empty();
  }

  private static Optional<Path> beside() {
    Path home = Path.of(System.getProperty("jinlin.home", ".")).toAbsolutePath().normalize();
    for (Path up = home; up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared/data/qr");
      if (Files.isRegularFile(candidate.resolve("expected.tsv"))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static SharedImages read(Path folder) throws IOException {
    List<Image> images = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("expected.tsv"))) {
      String[] parts = line.split("\t", 2);
      images.add(new Image(parts[0], parts.length > 1 ? parts[1] : ""));
    }
    return new SharedImages(folder, images);
  }

  Frame frame(Image image) throws IOException {
    return Pictures.grey(Files.readAllBytes(folder.resolve(image.name())))
        .orElseThrow(() -> new IOException("no picture in " + image.name()));
  }

  /** Turned right by a quarter. */
  static Frame turned(Frame frame) {
    int w = frame.height();
    int h = frame.width();
    byte[] luma = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        luma[y * w + x] = frame.luma()[(frame.height() - 1 - x) * frame.width() + y];
      }
    }
    return new Frame(w, h, luma);
  }

  /** As in the file of expected texts. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
