package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrReaderTest {
  private static final String CARD = TestCodes.card(1);
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  private static Frame scene(int side, double degrees) {
    return Pictures.grey(TestCodes.scene(CARD, WIDTH, HEIGHT, side, degrees));
  }

  private static Optional<String> still(Frame frame) {
    return QrReader.readStill(frame).map(FoundCode::text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17, 45, 90, 133, 180, 270, 311})
  void aCardIsReadHoweverItIsTurned(int degrees) {
    assertThat(still(TestCodes.noisy(scene(260, degrees), 8, degrees))).contains(CARD);
  }

  @ParameterizedTest
  @ValueSource(ints = {110, 200, 400, 700})
  void aCardIsReadFarAwayAndHeldVeryNear(int side) {
    assertThat(still(TestCodes.noisy(scene(side, 5), 4, side))).contains(CARD);
  }

  @Test
  void lightOnDarkIsReadToo() {
    Frame frame = scene(300, 0);
    byte[] luma = frame.luma().clone();
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (255 - (luma[i] & 0xff));
    }
    assertThat(still(new Frame(WIDTH, HEIGHT, luma))).contains(CARD);
  }

  @Test
  void theSizeAndPlaceOfACodeAreThoseInTheFrame() {
    FoundCode found = QrReader.readStill(scene(330, 0)).orElseThrow();
    assertThat(found.centreX()).isBetween(WIDTH / 2.0 - 5, WIDTH / 2.0 + 5);
    assertThat(found.centreY()).isBetween(HEIGHT / 2.0 - 5, HEIGHT / 2.0 + 5);
    // Version 2 has 25 modules and a quiet zone of 4 on each side; its outer corners are 25 apart.
    assertThat(found.side()).isBetween(330 * 25 / 33.0 - 5, 330 * 25 / 33.0 + 5);
  }

  @Test
  void noiseAndTheSmallestFramesHoldNoCode() {
    assertThat(still(TestCodes.noisy(new Frame(640, 480, new byte[640 * 480]), 90, 3))).isEmpty();
    assertThat(still(new Frame(1, 1, new byte[1]))).isEmpty();
    assertThat(still(new Frame(3, 900, new byte[2700]))).isEmpty();
  }

  @Test
  void ofTwoCardsTheNearerIsRead() {
    BufferedImage scene = TestCodes.scene(CARD, WIDTH, HEIGHT, 300, 0);
    Graphics2D pen = scene.createGraphics();
    pen.drawImage(TestCodes.qr(TestCodes.card(2)), 60, 260, 160, 160, null);
    pen.dispose();
    Frame frame = TestCodes.noisy(Pictures.grey(scene), 5, 1);
    QrReader reader = new QrReader(1_000, System::nanoTime);
    assertThat(reader.readFrame(frame).map(FoundCode::text)).contains(CARD);
  }

  @Test
  void aCodeThatNeedsARareStageIsReadAFewFramesLater() {
    Frame frame = scene(300, 0);
    byte[] luma = frame.luma().clone();
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (255 - (luma[i] & 0xff));
    }
    Frame inverted = new Frame(WIDTH, HEIGHT, luma);
    QrReader reader = new QrReader(20, () -> 0);
    int frames = 1;
    while (reader.readFrame(inverted).isEmpty() && frames < 8) {
      frames++;
    }
    assertThat(frames).isLessThan(8);
    assertThat(reader.readFrame(inverted)).as("the stage that helped is asked first").isPresent();
  }
}
