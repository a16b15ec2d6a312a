package io.jinlin.kiosk.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.event.Input;
import io.jinlin.kiosk.demo.QrPicture;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.Presentation;
import io.jinlin.kiosk.reader.ScanSink;
import io.jinlin.kiosk.reader.TestCodes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameLoopTest {
  private static Frame frame(long card) {
    return QrPicture.of(TestCodes.card(card));
  }

  private static FrameLoop loop(ScanSink sink) {
    return new FrameLoop(
        new Watch(
            new SequenceReader(20, System::nanoTime), Presentation.ofFrames(Presentation.AWAY_MS)),
        Input.BROWSER,
        sink,
        (seen, frame) -> {});
  }

  @Test
  void theNewestFrameTakesThePlaceOfTheOneThatWaits() throws InterruptedException {
    List<String> scans = new CopyOnWriteArrayList<>();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ScanSink slow =
        (text, input) -> {
          scans.add(text);
          busy.countDown();
          waitFor(goOn);
        };
    try (FrameLoop loop = loop(slow)) {
      loop.offer(frame(1));
      assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
      loop.offer(frame(2));
      loop.offer(frame(3));
      goOn.countDown();
      await().until(() -> scans.size() == 2);
      assertThat(scans).containsExactly(TestCodes.card(1), TestCodes.card(3));
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aDefectFurtherOnStopsNoLaterFrame() {
    List<String> scans = new CopyOnWriteArrayList<>();
    ScanSink failing =
        (text, input) -> {
          if (text.equals(TestCodes.card(1))) {
            throw new IllegalStateException("a defect");
          }
          scans.add(text);
        };
    try (FrameLoop loop = loop(failing)) {
      loop.offer(frame(1));
      await()
          .untilAsserted(
              () -> {
                loop.offer(frame(2));
                assertThat(scans).containsExactly(TestCodes.card(2));
              });
    }
  }
}
