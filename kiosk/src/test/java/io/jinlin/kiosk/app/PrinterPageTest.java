package io.jinlin.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.jinlin.contract.page.Service;
import io.jinlin.kiosk.screen.Chrome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person takes a number at a kiosk whose printer is in trouble: the screen has it all. */
@Tag("slow")
class PrinterPageTest {
  private static final int READY = 0x12;
  private static final int SILENT = -1;
  private static final int HANGS_UP = -2;

  @TempDir Path folder;

  /** What the printer says to DLE EOT, and what the kiosk says of it. */
  private enum Fault {
    GARBAGE(question -> 0xff, "打不出纸条"),
    PAPER_OUT(question -> question == 4 ? 0x72 : READY, "没有纸了"),
    UNPLUGGED(question -> HANGS_UP, "打不出纸条"),
    HANGS(question -> SILENT, "打不出纸条");

    private final IntUnaryOperator answer;
    private final String words;

    Fault(IntUnaryOperator answer, String words) {
      this.answer = answer;
      this.words = words;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNumberStandsOnTheScreenAtOnceAndWhatIsWrongIsSaid(Fault fault) throws Exception {
    assumeTrue(Chrome.installed(), "no Chromium here");
    try (Printer printer = new Printer(fault.answer);
        Chrome chrome = new Chrome();
        RunningKiosk kiosk =
            RunningKiosk.start(
                folder.resolve("kiosk"), Service.CLINIC, "printer=127.0.0.1:" + printer.port())) {
      Page page = chrome.page(1_280, 800);
      page.navigate(kiosk.address());
      page.waitForSelector(".idle");
      present(page, Fixture.WANG.text());
      page.click(".choice[data-index='0']");
      page.waitForSelector(".answer[data-state='ticket']");
      assertThat(page.innerText(".number")).isEqualTo("101");
      page.waitForSelector(".answer:has-text('" + fault.words + "')");
      Chrome.shot(page, "printer-" + fault.name().toLowerCase(java.util.Locale.ROOT));
      // The next person is served as ever, and the trouble stays in its line.
      present(page, Fixture.LIN.text());
      page.click(".choice[data-index='0']");
      page.waitForSelector(".number:has-text('102')");
      page.waitForSelector(".trouble span");
    }
  }

  /** A whole code at once, as a scanner gives it that pastes. */
  private static void present(Page page, String text) {
    page.evaluate(
        "text => { const data = new DataTransfer(); data.setData('text', text);"
            + " window.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data})); }",
        text);
  }

  /** Takes what it is sent and answers as it is told. */
  private static final class Printer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    private final CopyOnWriteArrayList<Socket> sockets = new CopyOnWriteArrayList<>();
    private final IntUnaryOperator answer;

    Printer(IntUnaryOperator answer) throws IOException {
      this.answer = answer;
      daemon(this::serve);
    }

    int port() {
      return server.getLocalPort();
    }

    private static void daemon(Runnable work) {
      Thread thread = new Thread(work, "test-printer");
      thread.setDaemon(true);
      thread.start();
    }

    private void serve() {
      try {
        while (true) {
          Socket socket = server.accept();
          sockets.add(socket);
          daemon(() -> talk(socket));
        }
      } catch (IOException closed) {
        // The end of the test.
      }
    }

    private void talk(Socket socket) {
      try {
        InputStream in = socket.getInputStream();
        for (int one = in.read(); one >= 0; one = in.read()) {
          if (one != 0x10) {
            continue;
          }
          in.read();
          int said = answer.applyAsInt(in.read());
          if (said == HANGS_UP) {
            socket.close();
            return;
          }
          if (said != SILENT) {
            socket.getOutputStream().write(said);
          }
        }
      } catch (IOException gone) {
        // The other side is gone.
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
