package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static byte[] file(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  @Test
  void greyValuesAreTakenAsTheyAreAndNotBentToSrgb() throws IOException {
    BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 256; x++) {
      image.getRaster().setSample(x, 0, 0, x);
    }
    Frame frame = Pictures.grey(file(image, "png")).orElseThrow();
    for (int x = 0; x < 256; x++) {
      assertThat(frame.luma()[x] & 0xff).isEqualTo(x);
    }
  }

  @Test
  void greyOfSixteenBitsIsNotBentEither() throws IOException {
    BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
    for (int x = 0; x < 256; x++) {
      image.getRaster().setSample(x, 0, 0, 257 * x);
    }
    Frame frame = Pictures.grey(file(image, "png")).orElseThrow();
    for (int x = 0; x < 256; x++) {
      assertThat(frame.luma()[x] & 0xff).isEqualTo(x);
    }
  }

  @Test
  void ofAPictureOfMoreThanAHundredMegapixelsEverySecondPixelIsTaken() throws IOException {
    BufferedImage image = new BufferedImage(12_100, 8_800, BufferedImage.TYPE_BYTE_BINARY);
    java.awt.Graphics2D pen = image.createGraphics();
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, 12_100, 8_800);
    pen.drawImage(TestCodes.qr("large"), 4_000, 2_000, 6_000, 4_000, 0, 0, 264, 264, null);
    pen.dispose();
    Pictures.Opened opened = Pictures.open(file(image, "png")).orElseThrow();
    assertThat(opened.step()).isEqualTo(2);
    assertThat(opened.frame().width()).isEqualTo(6_050);
    FoundCode found = QrReader.readStill(opened.frame()).orElseThrow().scaled(opened.step());
    assertThat(found.text()).isEqualTo("large");
    assertThat(found.centreX()).isBetween(4_800.0, 5_100.0);
  }

  @Test
  void transparentCountsAsWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0xff000000);
    assertThat(Pictures.grey(file(image, "png")).orElseThrow().luma()).containsExactly(255, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY})
  void paletteImagesGiveTheirColoursAndNotTheirIndices(int type) throws IOException {
    BufferedImage image = new BufferedImage(2, 1, type);
    image.setRGB(0, 0, 0xffffffff);
    image.setRGB(1, 0, 0xff000000);
    assertThat(Pictures.grey(file(image, "png")).orElseThrow().luma()).containsExactly(255, 0);
  }

  @Test
  void jpegIsReadToo() throws IOException {
    String card = TestCodes.card(7);
    byte[] jpeg = file(TestCodes.scene(card, 400, 400, 250, 8), "jpg");
    assertThat(Pictures.grey(jpeg).flatMap(QrReader::readStill).orElseThrow().text())
        .isEqualTo(card);
  }

  @Test
  void whatIsNoPictureIsNone() {
    byte[] noise = new byte[1_000_000];
    new Random(4).nextBytes(noise);
    assertThat(Pictures.grey(noise)).isEmpty();
    assertThat(Pictures.grey(new byte[0])).isEmpty();
  }

  @Test
  void aPictureCutShortIsNone() throws IOException {
    byte[] whole = file(TestCodes.qr("x"), "png");
    for (int length : new int[] {8, 20, 33, 60, whole.length / 2}) {
      assertThat(Pictures.grey(Arrays.copyOf(whole, length))).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void aPictureThatClaimsToBeHugeIsNotOpened() throws IOException {
    byte[] png = file(TestCodes.qr("x"), "png");
    ByteBuffer bytes = ByteBuffer.wrap(png);
    // IHDR stands after the 8 bytes of the signature: length, type, width, height …, CRC.
    bytes.putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    bytes.putInt(29, (int) crc.getValue());
    assertThat(Pictures.grey(png)).isEmpty();
  }
}
