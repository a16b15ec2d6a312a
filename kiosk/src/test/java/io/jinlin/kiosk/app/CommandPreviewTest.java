package io.jinlin.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.jinlin.contract.page.Service;
import io.jinlin.kiosk.reader.TestCodes;
import io.jinlin.kiosk.screen.Chrome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera behind a command: its page shows what it sees while somebody is there. */
@Tag("slow")
class CommandPreviewTest {
  @TempDir Path folder;

  @Test
  void thePageShowsTheCommandsCameraWithAFrameAroundTheCodeAndThenItsAnswer() throws Exception {
    assumeTrue(Chrome.installed() && Files.isExecutable(Path.of("/usr/bin/ffmpeg")));
    Path card =
        TestCodes.png(
            TestCodes.scene(Fixture.WANG.text(), 640, 480, 260, 8), folder.resolve("card.png"));
    Path hall = TestCodes.png(TestCodes.scene("x", 640, 480, 1, 0), folder.resolve("hall.png"));
    // Four seconds of an empty hall, then the card.
    String command =
        "ffmpeg -v quiet -re -loop 1 -framerate 15 -t 4 -i "
            + hall
            + " -re -loop 1 -framerate 15 -t 60 -i "
            + card
            + " -filter_complex [0]format=gray[a];[1]format=gray[b];[a][b]concat=n=2:v=1"
            + " -f rawvideo -pix_fmt gray -";
    try (Chrome chrome = new Chrome();
        RunningKiosk kiosk =
            RunningKiosk.start(
                folder.resolve("data"),
                Service.CANTEEN,
                "camera=command",
                "camera.width=640",
                "camera.height=480",
                "camera.format=gray",
                "camera.command=" + command)) {
      Page page = chrome.page(1_280, 800);
      page.navigate(kiosk.address());
      page.waitForSelector(".answer[data-state='ok']");
      page.waitForSelector(".finder.seen .preview canvas");
      page.waitForSelector(".outline.read polygon");
      Chrome.shot(page, "run-preview");
      assertThat(kiosk.agent().status().unsent()).isEqualTo(1);
    }
  }
}
