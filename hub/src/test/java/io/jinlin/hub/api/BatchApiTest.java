package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.awt.image.BufferedImage;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchApiTest {
  private static final String SOME = "{\"minAge\":72,\"phase\":1,\"block\":2,\"collectors\":false}";
  private static final float DPI = 203;
  private static final float MM = 72 / 25.4f;

  @TempDir private Path folder;
  private TestHub hub;
  private StaffClient desk;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    desk = new StaffClient(hub.port());
    desk.login("demo", hub.demoPassword());
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
  }

  /** The sample gave everybody a card: those of a block lose theirs. */
  private int withoutCards() throws Exception {
    String sql =
        "DELETE FROM card WHERE person IN (SELECT p.id FROM person p JOIN household h"
            + " ON h.id = p.household WHERE h.phase = 1 AND h.block = 2)";
    hub.ledger().write(db -> Rows.change(db, sql)).get();
    return desk.post("/api/cards/batches/count", SOME).json().path("cards").asInt();
  }

  private HttpResponse<byte[]> pdf(String batch, String form) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            desk.request("/api/cards/batches/pdf?batch=" + batch + "&form=" + form).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Whose card a picture of one card is. */
  private long holder(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, image.getHeight(), pixels);
    CardCode code = ((CardReading.Card) CardCode.read(text(source))).code();
    return hub.apiParts().cards().personOf(code.keys("jinlin").ref()).orElseThrow();
  }

  /** ZXing alone misses one clean code in a hundred or so; a kiosk tries more than this. */
  private static String text(RGBLuminanceSource source) throws Exception {
    int height = source.getHeight();
    ReaderException missed = NotFoundException.getNotFoundInstance();
    for (int left = 0; left < 40; left += 8) {
      LuminanceSource part = source.crop(left / 4, left, height, height - left);
      for (Binarizer binarizer :
          List.of(new GlobalHistogramBinarizer(part), new HybridBinarizer(part))) {
        try {
          return new QRCodeReader().decode(new BinaryBitmap(binarizer)).getText();
        } catch (ReaderException e) {
          missed = e;
        }
      }
    }
    throw missed;
  }

  /** The card at a place of a sheet, as it is cut out along the marks. */
  private static BufferedImage cut(BufferedImage sheet, int place) {
    double mm = DPI / 25.4;
    double x = (210 - 2 * 85.6) / 2 + place % 2 * 85.6;
    double y = (297 - 5 * 54) / 2.0 + place / 2 * 54;
    return sheet.getSubimage((int) (x * mm), (int) (y * mm), (int) (85.6 * mm), (int) (54 * mm));
  }

  @Test
  void aBatchIsPrintedUntilItIsConfirmedAndItsCodesAreReadFromThePaper() throws Exception {
    int without = withoutCards();
    assertThat(without).isGreaterThan(10);
    String batch = desk.post("/api/cards/batches/give", SOME).json().path("batch").asText();
    assertThat(desk.post("/api/cards/batches/count", SOME).json().path("cards").asInt()).isZero();
    assertThat(desk.post("/api/cards/batches/give", SOME).code()).isEqualTo("nobody-without-card");
    Set<Long> holders = new TreeSet<>();
    HttpResponse<byte[]> sheets = pdf(batch, "sheet");
    assertThat(sheets.headers().firstValue("Content-Type")).hasValue("application/pdf");
    try (PDDocument document = Loader.loadPDF(sheets.body())) {
      assertThat(document.getNumberOfPages()).isEqualTo((without + 9) / 10);
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        BufferedImage image = renderer.renderImageWithDPI(i, DPI);
        for (int place = 0; place < Math.min(10, without - 10 * i); place++) {
          holders.add(holder(cut(image, place)));
        }
      }
    }
    assertThat(holders).hasSize(without);
    try (PDDocument document = Loader.loadPDF(pdf(batch, "single").body())) {
      assertThat(document.getNumberOfPages()).isEqualTo(without);
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth() / MM).isBetween(85.5f, 85.7f);
      assertThat(page.getMediaBox().getHeight() / MM).isBetween(53.9f, 54.1f);
      assertThat(holders).contains(holder(new PDFRenderer(document).renderImageWithDPI(0, DPI)));
    }
    String confirm = "{\"batch\":\"" + batch + "\"}";
    assertThat(desk.post("/api/cards/batches/confirm", confirm).status()).isEqualTo(200);
    assertThat(pdf(batch, "sheet").statusCode()).isEqualTo(409);
    assertThat(desk.post("/api/cards/batches/confirm", confirm).code()).isEqualTo("batch-closed");
    assertThat(
            desk.get("/api/cards/batches")
                .json()
                .path("batches")
                .path(0)
                .path("confirmedBy")
                .asText())
        .isEqualTo("demo");
  }

  @Test
  void noFileOfTheHubHasACodeOfABatch() throws Exception {
    withoutCards();
    String batch = desk.post("/api/cards/batches/give", SOME).json().path("batch").asText();
    List<String> codes = new ArrayList<>();
    hub.apiParts().batchDesk().printable(batch).forEach(card -> codes.add(card.code().text()));
    assertThat(codes).isNotEmpty();
    try (Stream<Path> files = Files.walk(folder.resolve("hub"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(codes).as(file.toString()).noneMatch(content::contains);
      }
    }
  }
}
