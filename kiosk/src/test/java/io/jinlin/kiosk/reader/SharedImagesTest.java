package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The test images of ZXing and jsQR, which stand outside the repository. */
class SharedImagesTest {
  /** Images ZXing's own test suite demands of its 179 at rotation 0, with hints to try harder. */
  private static final int ZXING_READS = 157;

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

  private static String read(String name) throws IOException {
    return Pictures.grey(Files.readAllBytes(folder.resolve(name)))
        .flatMap(QrReader::readStill)
        .map(FoundCode::text)
        .orElse("")
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  @Test
  void theImagesOfZxingReadNoWorseThanWithZxing() throws IOException {
    int right = 0;
    List<String> wrong = new ArrayList<>();
    int total = 0;
    for (Map.Entry<String, String> image : EXPECTED.entrySet()) {
      if (image.getKey().startsWith("zxing/qrcode")) {
        total++;
        String text = read(image.getKey());
        if (text.equals(image.getValue())) {
          right++;
        } else if (!text.isEmpty()) {
          wrong.add(image.getKey());
        }
      }
    }
    LoggerFactory.getLogger(getClass()).info("{} of {} ZXing images read", right, total);
    assertThat(wrong).as("read, but not what they hold").isEmpty();
    assertThat(right).isGreaterThanOrEqualTo(ZXING_READS);
  }

  @Test
  void anImageWithoutACodeIsNeverRead() throws IOException {
    List<String> invented = new ArrayList<>();
    int empty = 0;
    for (Map.Entry<String, String> image : EXPECTED.entrySet()) {
      if (image.getValue().isEmpty()) {
        empty++;
        if (!read(image.getKey()).isEmpty()) {
          invented.add(image.getKey());
        }
      }
    }
    assertThat(empty).isEqualTo(28);
    assertThat(invented).isEmpty();
  }
}
