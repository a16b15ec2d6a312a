package io.jinlin.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the printer does, nobody waits, and what is wrong has a name. */
class TicketPrinterTest {
  private static final Duration AT_ONCE = Duration.ofMillis(900);
  private static final Duration LATEST = Duration.ofMillis(TicketPrinter.JOB_MS + 2_000);

  @TempDir Path folder;

  private static Slip slip(int number) {
    return new Slip(
        "卫生服务站", "中医", number, Optional.of("2026-11-24 09:05"), Optional.of("前面 3 人 约 15 分钟"));
  }

  private static TicketPrinter printer(PrinterSettings settings) {
    return new TicketPrinter(settings, () -> {});
  }

  private static void prints(TicketPrinter printer, int number) {
    long before = System.nanoTime();
    printer.print(slip(number));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(AT_ONCE);
  }

  private static void says(TicketPrinter printer, String problem) {
    await().atMost(LATEST).untilAsserted(() -> assertThat(printer.problems()).contains(problem));
  }

  @Test
  void theSlipHasNumberQueueTimeAndPeopleBeforeInGb18030AndIsCut() throws Exception {
    try (FakePrinter fake = new FakePrinter(question -> FakePrinter.READY);
        TicketPrinter printer = printer(fake.settings())) {
      prints(printer, 104);
      byte[] expected = slip(104).bytes();
      await().untilAsserted(() -> assertThat(fake.paper()).isEqualTo(expected));
      String text = new String(expected, Charset.forName("GB18030"));
      assertThat(text).contains("卫生服务站", "中医", "104", "前面 3 人 约 15 分钟", "2026-11-24 09:05");
      assertThat(text).startsWith("\u001b@").endsWith("\u001dVB\u0003");
      assertThat(printer.problems()).isEmpty();
    }
  }

  @Test
  void theSameNumberComesOutOnceAndTheNextAsUsual() throws Exception {
    try (FakePrinter fake = new FakePrinter(question -> FakePrinter.READY);
        TicketPrinter printer = printer(fake.settings())) {
      prints(printer, 101);
      prints(printer, 101);
      prints(printer, 102);
      int both = slip(101).bytes().length + slip(102).bytes().length;
      await().untilAsserted(() -> assertThat(fake.paper()).hasSize(both));
      assertThat(fake.connections()).isEqualTo(2);
    }
  }

  @Test
  void withoutPaperNothingIsPrintedAndItIsSaidUntilThereIsPaperAgain() throws Exception {
    try (FakePrinter fake =
            new FakePrinter(question -> question == 4 ? FakePrinter.PAPER_END : FakePrinter.READY);
        TicketPrinter printer = printer(fake.settings())) {
      prints(printer, 101);
      says(printer, TicketPrinter.NO_PAPER);
      assertThat(fake.paper()).isEmpty();
      fake.becomes(question -> FakePrinter.READY);
      prints(printer, 101);
      await().untilAsserted(() -> assertThat(printer.problems()).isEmpty());
      assertThat(fake.paper()).isEqualTo(slip(101).bytes());
    }
  }

  @Test
  void stoppedWithoutPaperAndAnOpenCoverAreToldApart() throws Exception {
    try (FakePrinter fake = new FakePrinter(question -> FakePrinter.STOPPED_NO_PAPER);
        TicketPrinter printer = printer(fake.settings())) {
      prints(printer, 101);
      says(printer, TicketPrinter.NO_PAPER);
      fake.becomes(question -> FakePrinter.COVER_OPEN);
      prints(printer, 102);
      says(printer, TicketPrinter.ABSENT);
    }
  }

  @Test
  void aPrinterThatAnswersGarbageIsNotPrintedTo() throws Exception {
    for (int garbage : new int[] {0x00, 0xff, 'H', 0x93}) {
      try (FakePrinter fake = new FakePrinter(question -> garbage);
          TicketPrinter printer = printer(fake.settings())) {
        prints(printer, 101);
        says(printer, TicketPrinter.ABSENT);
        assertThat(fake.paper()).isEmpty();
      }
    }
  }

  @Test
  void aPrinterThatHangsIsGivenUpAndHoldsNothingUp() throws Exception {
    try (FakePrinter fake = new FakePrinter(question -> FakePrinter.SILENT);
        TicketPrinter printer = printer(fake.settings())) {
      for (int number = 101; number < 120; number++) {
        prints(printer, number);
      }
      says(printer, TicketPrinter.ABSENT);
      fake.becomes(question -> FakePrinter.READY);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                prints(printer, 130);
                assertThat(printer.problems()).isEmpty();
              });
    }
  }

  @Test
  void aCablePulledInTheMiddleOfASlipIsSaidAndTheSlipComesOutWholeAfterwards() throws Exception {
    byte[] whole = slip(101).bytes();
    for (int pulled : new int[] {1, 20, whole.length - 1}) {
      try (FakePrinter fake = new FakePrinter(question -> FakePrinter.READY);
          TicketPrinter printer = printer(fake.settings())) {
        fake.pulledAfter(pulled);
        prints(printer, 101);
        says(printer, TicketPrinter.ABSENT);
        byte[] begun = fake.paper();
        assertThat(begun).hasSizeLessThan(whole.length);
        fake.pulledAfter(Integer.MAX_VALUE);
        prints(printer, 101);
        await().untilAsserted(() -> assertThat(printer.problems()).isEmpty());
        assertThat(fake.paper()).endsWith(whole).hasSize(begun.length + whole.length);
      }
    }
  }

  @Test
  void thePaperThatEndsWithASlipIsSaidAtOnceAndTheSlipIsTriedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    // Two questions before the slip, ready both; after it the paper is gone.
    try (FakePrinter fake =
            new FakePrinter(
                question ->
                    asked.incrementAndGet() > 2 && question == 4
                        ? FakePrinter.PAPER_END
                        : FakePrinter.READY);
        TicketPrinter printer = printer(fake.settings())) {
      prints(printer, 101);
      says(printer, TicketPrinter.NO_PAPER);
      fake.becomes(question -> FakePrinter.READY);
      prints(printer, 101);
      await().untilAsserted(() -> assertThat(printer.problems()).isEmpty());
      assertThat(fake.paper()).endsWith(slip(101).bytes());
    }
  }

  @Test
  void neitherOneThatNeverReadsNorOneThatNeverStopsTalkingHoldsAnythingUp() throws Exception {
    for (FakePrinter.Trait trait : List.of(FakePrinter.Trait.DEAF, FakePrinter.Trait.CHATTERING)) {
      try (FakePrinter fake = new FakePrinter(question -> FakePrinter.READY);
          TicketPrinter printer = printer(fake.settings())) {
        fake.is(trait);
        for (int number = 101; number < 110; number++) {
          prints(printer, number);
        }
        says(printer, TicketPrinter.ABSENT);
        assertThat(fake.paper()).isEmpty();
        fake.is(FakePrinter.Trait.NONE);
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(
                () -> {
                  prints(printer, 130);
                  assertThat(printer.problems()).isEmpty();
                });
      }
    }
  }

  @Test
  void aPrinterWhoseQueueIsFullTakesNoConnectionAndIsGivenUp() throws Exception {
    // Nobody accepts: the connections beyond the backlog are never answered.
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
        Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      PrinterSettings.Port port =
          new PrinterSettings.Port.Network("127.0.0.1", full.getLocalPort());
      try (TicketPrinter printer = printer(new PrinterSettings(port, true))) {
        prints(printer, 101);
        says(printer, TicketPrinter.ABSENT);
      }
    }
  }

  @Test
  void aPrinterThatIsNotThereIsNamed() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    PrinterSettings.Port refuses = new PrinterSettings.Port.Network("127.0.0.1", closed);
    PrinterSettings.Port noFile = new PrinterSettings.Port.DeviceFile(folder.resolve("lp0"));
    for (PrinterSettings.Port port : new PrinterSettings.Port[] {refuses, noFile}) {
      try (TicketPrinter printer = printer(new PrinterSettings(port, true))) {
        prints(printer, 101);
        says(printer, TicketPrinter.ABSENT);
      }
    }
  }

  @Test
  void aDeviceFileThatEchoesIsNoPrinter() throws Exception {
    Path pipe = folder.resolve("lp0");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    PrinterSettings.Port port = new PrinterSettings.Port.DeviceFile(pipe);
    try (TicketPrinter printer = printer(new PrinterSettings(port, true))) {
      prints(printer, 101);
      says(printer, TicketPrinter.ABSENT);
    }
  }

  @Test
  void aPrinterThatCannotAnswerIsPrintedToBlindly() throws Exception {
    try (FakePrinter fake = new FakePrinter(question -> FakePrinter.SILENT);
        TicketPrinter printer = printer(new PrinterSettings(fake.settings().port(), false))) {
      prints(printer, 101);
      await().untilAsserted(() -> assertThat(fake.paper()).isEqualTo(slip(101).bytes()));
    }
  }

  @Test
  void anAddressIsReadOrRefused() {
    assertThat(PrinterSettings.port("192.168.1.50"))
        .contains(new PrinterSettings.Port.Network("192.168.1.50", 9_100));
    assertThat(PrinterSettings.port("printer:9101"))
        .contains(new PrinterSettings.Port.Network("printer", 9_101));
    assertThat(PrinterSettings.port("/dev/usb/lp0")).isPresent();
    assertThat(PrinterSettings.port("printer:0")).isEmpty();
    assertThat(PrinterSettings.port("usb lp0")).isEmpty();
  }
}
