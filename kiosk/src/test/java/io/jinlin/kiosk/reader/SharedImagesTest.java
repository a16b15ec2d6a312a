package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The test images of ZXing and jsQR, which stand outside the repository. */
class SharedImagesTest {
  /** Of 179 images in four turns; the best other engine reads 669, all of them together 685. */
  private static final int ZXING_READS = 708;

  /** Of 28, one of which holds bytes that are no text. */
  private static final int JSQR_READS = 27;

  private static final int TURNS = 4;

  private static Path folder;
  private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

  @BeforeAll
  static void find() throws IOException {
    folder = locate();
    assumeTrue(folder != null, "no folder shared/data/qr; name it in JINLIN_QR_IMAGES");
    for (String line : Files.readAllLines(folder.resolve("expected.tsv"))) {
      String[] parts = line.split("\t", 2);
      EXPECTED.put(parts[0], parts[1]);
    }
  }

  private static Path locate() {
    String named = System.getProperty("jinlin.qr.images", System.getenv("JINLIN_QR_IMAGES"));
    if (named != null) {
      return Path.of(named);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared/data/qr");
      if (Files.isRegularFile(candidate.resolve("expected.tsv"))) {
        return candidate;
      }
    }
    return null;
  }

  private static Frame frame(String name) throws IOException {
    return Pictures.grey(Files.readAllBytes(folder.resolve(name))).orElseThrow();
  }

  private static String read(Frame frame) {
    return SharedImagesTable.escaped(QrReader.readStill(frame).map(FoundCode::text).orElse(""));
  }

  /** How many of a set are read; none may be read as what it does not hold. */
  private static int right(String set, int turns) throws IOException {
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> image : EXPECTED.entrySet()) {
      if (!image.getKey().startsWith(set)) {
        continue;
      }
      Frame frame = frame(image.getKey());
      for (int turn = 0; turn < turns; turn++) {
        String text = read(frame);
        if (alike(text).equals(alike(image.getValue()))) {
          right++;
        } else if (!text.isEmpty()) {
          wrong.add(image.getKey() + " turn " + turn);
        }
        frame = SharedImagesTable.turned(frame);
      }
    }
    LoggerFactory.getLogger(SharedImagesTest.class).info("{} of {} read", right, set);
    assertThat(wrong).as("read, but not what they hold").isEmpty();
    return right;
  }

  /** The label of the one image of bytes was put into a normal form of Unicode. */
  private static String alike(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  @Test
  void theImagesOfZxingReadBetterThanWithAnyOtherEngine() throws IOException {
    assertThat(right("zxing/qrcode", TURNS)).isGreaterThanOrEqualTo(ZXING_READS);
  }

  @Test
  void theImagesOfJsqrRead() throws IOException {
    assertThat(right("jsqr", 1)).isGreaterThanOrEqualTo(JSQR_READS);
  }

  @Test
  void anImageWithoutACodeIsNeverRead() throws IOException {
    List<String> invented = new ArrayList<>();
    int empty = 0;
    for (Map.Entry<String, String> image : EXPECTED.entrySet()) {
      if (image.getValue().isEmpty()) {
        empty++;
        if (!read(frame(image.getKey())).isEmpty()) {
          invented.add(image.getKey());
        }
      }
    }
    assertThat(empty).isEqualTo(28);
    assertThat(invented).isEmpty();
  }
}
