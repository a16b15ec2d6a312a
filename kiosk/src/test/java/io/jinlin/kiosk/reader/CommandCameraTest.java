package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinlin.contract.event.Input;
import io.jinlin.kiosk.reader.CameraSettings.Format;
import io.jinlin.kiosk.watch.FrameLoop;
import io.jinlin.kiosk.watch.SequenceReader;
import io.jinlin.kiosk.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With real processes; ffmpeg plays the camera. */
class CommandCameraTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final CommandCamera.Patience QUICK = new CommandCamera.Patience(50, 200, 1_000);
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  @TempDir Path folder;

  private final List<String> scans = new CopyOnWriteArrayList<>();
  private final AtomicInteger frames = new AtomicInteger();
  private final AtomicInteger handed = new AtomicInteger();
  private final FrameLoop loop =
      new FrameLoop(
          new Watch(
              new SequenceReader(200, System::nanoTime),
              Presentation.ofFrames(Presentation.AWAY_MS)),
          Input.CAMERA,
          (text, input) -> scans.add(text),
          (seen, frame) -> {
            if (seen.read()) {
              frames.incrementAndGet();
            }
          });
  private CommandCamera camera;

  @AfterEach
  void close() {
    if (camera != null) {
      camera.close();
    }
    loop.close();
  }

  private void start(String script, Format format) {
    CameraSettings settings =
        new CameraSettings(List.of("sh", "-c", script), WIDTH, HEIGHT, format);
    camera =
        new CommandCamera(
            settings,
            frame -> {
              handed.incrementAndGet();
              loop.offer(frame);
            },
            QUICK);
    camera.start();
  }

  private String film(String card, String pixels) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "ffmpeg is not installed");
    Path picture =
        TestCodes.png(TestCodes.scene(card, 320, 240, 140, 12), folder.resolve("card.png"));
    return "exec ffmpeg -v quiet -re -loop 1 -framerate 15 -i "
        + picture
        + " -vf scale=640:480,noise=alls=25:allf=t -f rawvideo -pix_fmt "
        + pixels
        + " -";
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
  }

  @Test
  void aFilmOfACardIsOneScanHoweverManyFramesSeeIt() {
    String card = TestCodes.card(11);
    start(film(card, "yuv420p"), Format.YUV420);
    await().atMost(PATIENT).until(() -> frames.get() >= 8);
    assertThat(scans).containsExactly(card);
    assertThat(camera.problem()).isEmpty();
  }

  @Test
  void aCameraThatIsKilledIsStartedAgain() throws IOException {
    String card = TestCodes.card(12);
    start("echo $$ > " + folder.resolve("pid") + "; " + film(card, "gray"), Format.GRAY);
    await().atMost(PATIENT).until(() -> frames.get() >= 2);
    long first = pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await().atMost(PATIENT).until(() -> pid() != first);
    int seen = frames.get();
    await().atMost(PATIENT).until(() -> frames.get() > seen + 2);
    assertThat(camera.problem()).isEmpty();
  }

  @Test
  void closingEndsTheCommandAndWhatItStarted() throws IOException {
    start("sleep 600 & echo $! > " + folder.resolve("pid") + "; wait", Format.GRAY);
    await().atMost(PATIENT).until(() -> Files.exists(folder.resolve("pid")) && pid() > 0);
    long child = pid();
    camera.close();
    await().atMost(PATIENT).until(() -> ProcessHandle.of(child).isEmpty());
  }

  @Test
  void aCommandThatIsNotThereIsNamed() {
    CameraSettings settings =
        new CameraSettings(List.of("/no/such/camera", "-o", "-"), WIDTH, HEIGHT, Format.GRAY);
    camera = new CommandCamera(settings, loop::offer, QUICK);
    camera.start();
    await().until(() -> camera.problem().equals(Optional.of("camera-missing")));
  }

  @Test
  void lessThanOneFrameIsAWrongFrameSize() {
    start("head -c 1000 /dev/zero", Format.GRAY);
    await().until(() -> camera.problem().equals(Optional.of("camera-frame-size")));
  }

  @Test
  void aCameraThatHangsIsEndedAndStartedAgain() throws IOException {
    Path starts = folder.resolve("starts");
    start("echo x >> " + starts + "; exec sleep 600", Format.GRAY);
    await().atMost(PATIENT).until(() -> Files.exists(starts) && Files.size(starts) >= 4);
    await().until(() -> camera.problem().equals(Optional.of("camera-stalled")));
  }

  @ParameterizedTest
  @CsvSource({
    "yuyv422,GRAY",
    "rgb24,GRAY",
    "yuv420p,GRAY",
    "gray,YUV420",
    "yuyv422,YUV420",
    "uyvy422,YUV420",
    "rgb24,YUV420"
  })
  void anotherPixelFormatIsRefusedByName(String gives, Format expected) {
    start(film(TestCodes.card(13), gives), expected);
    await().atMost(PATIENT).until(() -> camera.problem().equals(Optional.of("camera-format")));
  }

  @ParameterizedTest
  @CsvSource({"mjpeg,mjpeg", "libx264,h264", "libx264,matroska"})
  void aCompressedStreamIsRefusedByName(String codec, String container) {
    String film =
        film(TestCodes.card(14), "yuv420p")
            .replace("-f rawvideo", "-c:v " + codec + " -qscale 1 -qp 1 -f " + container);
    start(film, Format.YUV420);
    await().atMost(PATIENT).until(() -> camera.problem().equals(Optional.of("camera-format")));
  }

  @ParameterizedTest
  @CsvSource({"gray,GRAY", "yuv420p,YUV420", "nv12,YUV420"})
  void theRightFormatNeverIs(String gives, Format expected) {
    start(film(TestCodes.card(15), gives).replace("alls=25", "alls=70"), expected);
    int enough = 2 * FormatCheck.CERTAIN_FRAMES;
    await()
        .atMost(PATIENT)
        .until(
            () -> {
              assertThat(camera.problem()).isNotEqualTo(Optional.of("camera-format"));
              return handed.get() >= enough;
            });
  }

  @Test
  void aCameraThatIsPluggedOutAndInAgainIsFound() throws IOException {
    Path device = Files.createFile(folder.resolve("video0"));
    String script =
        "test -e "
            + device
            + " || exit 1; while test -e "
            + device
            + "; do head -c "
            + WIDTH * HEIGHT
            + " /dev/zero; sleep 0.05; done";
    start(script, Format.GRAY);
    await().atMost(PATIENT).until(() -> handed.get() >= 2 && camera.problem().isEmpty());
    Files.delete(device);
    await().atMost(PATIENT).until(() -> camera.problem().equals(Optional.of("camera-lost")));
    Files.createFile(device);
    await().atMost(PATIENT).until(() -> camera.problem().isEmpty());
  }
}
