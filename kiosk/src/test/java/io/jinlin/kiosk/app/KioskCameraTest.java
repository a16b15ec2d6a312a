package io.jinlin.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.jinlin.contract.page.Service;
import io.jinlin.kiosk.demo.QrPicture;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.screen.Chrome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card held before the camera of the browser that shows the page. */
@Tag("slow")
class KioskCameraTest {
  private static final int FFMPEG_TIMEOUT_S = 60;

  @TempDir Path folder;

  @Test
  void aCardBeforeTheBrowsersCameraIsOneScan() throws Exception {
    assumeTrue(Chrome.installed() && Files.isExecutable(Path.of("/usr/bin/ffmpeg")));
    Path video = video(Fixture.WANG.text());
    try (Chrome chrome =
            new Chrome(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + video);
        RunningKiosk kiosk =
            RunningKiosk.start(folder.resolve("data"), Service.CANTEEN, "camera=browser")) {
      Page page = chrome.page(1_280, 800);
      page.navigate(kiosk.address());
      page.waitForSelector(".answer[data-state='ok']");
      assertThat(page.innerText(".answer")).contains("王*", "午餐已登记");
      page.waitForSelector(".idle .preview video");
      Chrome.shot(page, "run-camera");
      assertThat(kiosk.agent().status().unsent()).isEqualTo(1);
    }
  }

  /** A card on a grey table, small in the picture, as a looping MJPEG. */
  private Path video(String code) throws IOException, InterruptedException {
    Path picture = folder.resolve("card.pgm");
    Frame frame = QrPicture.of(code);
    try (OutputStream out = Files.newOutputStream(picture)) {
      out.write(
          ("P5\n" + frame.width() + " " + frame.height() + "\n255\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(frame.luma());
    }
    Path video = folder.resolve("card.mjpeg");
    Process ffmpeg =
        new ProcessBuilder(
                List.of(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-loop",
                    "1",
                    "-i",
                    picture.toString(),
                    "-t",
                    "2",
                    "-r",
                    "15",
                    "-vf",
                    "scale=260:260,pad=640:480:190:110:color=gray,format=yuvj420p",
                    "-q:v",
                    "3",
                    "-f",
                    "mjpeg",
                    video.toString()))
            .inheritIO()
            .start();
    assertThat(ffmpeg.waitFor(FFMPEG_TIMEOUT_S, TimeUnit.SECONDS)).isTrue();
    assertThat(ffmpeg.exitValue()).isZero();
    return video;
  }
}
