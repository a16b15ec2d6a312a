package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.TestHub;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receptionist finds somebody and gives them a card, in a real browser on a real hub. */
@Tag("slow")
class ResidentsPageTest {

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    page = browser.page(1440, 900);
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/residents");
    Browser.signIn(page, "demo", hub.demoPassword());
    assertThat(page.locator(".bar h1")).hasText("居民与卡");
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private String nameOf(CardRef ref) {
    long person = hub.apiParts().cards().personOf(ref).orElseThrow();
    String sql = "SELECT name FROM person WHERE id = ?";
    return hub.apiParts()
        .database()
        .read(db -> Rows.all(db, sql, row -> row.getString(1), person).get(0));
  }

  private void open(CardRef ref) {
    long person = hub.apiParts().cards().personOf(ref).orElseThrow();
    page.fill("input[type=search]", nameOf(ref));
    page.locator(".people a[href='#/residents?person=" + person + "']").click();
    assertThat(page.locator("#person-name")).hasText(nameOf(ref));
  }

  private static CardRef read(byte[] png) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bits =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    String text = new QRCodeReader().decode(bits).getText();
    return ((CardReading.Card) CardCode.read(text)).code().keys("jinlin").ref();
  }

  @Test
  void aLostCardIsPrintedAgainAndTheSheetShowsACodeThatOurReaderReads() throws Exception {
    CardRef old = hub.cards("elder").get(5);
    page.fill("input[type=search]", "chen");
    assertThat(page.locator(".people li")).hasCount(20);
    Browser.picture(page, "residents-search");
    open(old);
    page.locator(".held-card summary").first().click();
    page.locator(".held-card form button.primary").click();
    Locator sheet = page.locator(".paper-card");
    assertThat(sheet).containsText(nameOf(old));
    Browser.picture(page, "residents-card");
    CardRef fresh = read(sheet.locator(".qr").screenshot());
    assertThat(hub.apiParts().cards().personOf(fresh))
        .isEqualTo(hub.apiParts().cards().personOf(old));
    page.locator(".card-sheet header button").click();
    assertThat(page.locator(".held-card")).hasCount(2);
    assertThat(page.locator(".held-card.dead")).containsText("补卡");
    assertThat(page.locator(".paper-card")).hasCount(0);
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  @Test
  void aPrintedCardIsTheSizeOfACardAndItsCodeAtLeast25Millimetres() throws Exception {
    open(hub.cards("elder").get(6));
    page.locator(".held-card summary").first().click();
    page.locator(".held-card form button.primary").click();
    assertThat(page.locator(".paper-card")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    double mm = 96 / 25.4;
    var card = page.locator(".paper-card").boundingBox();
    assertThat(card.width / mm).isBetween(85.0, 86.2);
    assertThat(card.height / mm).isBetween(53.4, 54.6);
    assertThat(page.locator(".qr").boundingBox().width / mm * 25 / 33).isGreaterThanOrEqualTo(25);
    assertThat(page.locator(".rail")).isHidden();
    Browser.picture(page, "residents-print");
  }

  @Test
  void aCardIsRevokedWithItsReasonAndAnotherIsGivenOutAlsoOnAPhone() throws Exception {
    page.setViewportSize(390, 844);
    CardRef old = hub.cards("elder").get(7);
    open(old);
    page.locator(".held-card summary").nth(1).click();
    page.fill(".held-card input[name=reason]", "卡丢了");
    Browser.picture(page, "residents-phone");
    page.locator(".held-card form button.danger").click();
    assertThat(page.locator(".held-card.dead")).containsText("卡丢了");
    page.getByText("发卡", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".paper-card")).isVisible();
    Browser.picture(page, "residents-card-phone");
  }

  @Test
  void aNewCardIsSavedAsAPictureForAPhone() throws Exception {
    CardRef old = hub.cards("elder").get(8);
    open(old);
    page.locator(".held-card summary").first().click();
    page.locator(".held-card form button.primary").click();
    Locator save = page.locator(".sheet-actions button").first();
    byte[] picture = Files.readAllBytes(page.waitForDownload(save::click).path());
    assertThat(hub.apiParts().cards().personOf(read(picture)))
        .isEqualTo(hub.apiParts().cards().personOf(old));
  }

  @Test
  void cardsForManyAreGivenOutAndConfirmed() throws Exception {
    String sql = "DELETE FROM card WHERE person IN (SELECT id FROM person WHERE household < 80)";
    hub.ledger().write(db -> Rows.change(db, sql)).get();
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/card-batches");
    Locator give = page.locator(".import-decide button");
    assertThat(give).isEnabled();
    give.click();
    assertThat(page.locator(".imports li")).hasCount(1);
    Browser.picture(page, "card-batches");
    page.locator(".imports summary").click();
    page.locator(".imports form button").click();
    assertThat(page.locator(".imports li")).containsText("确认发完");
    assertThat(page.locator(".imports .import-out")).hasCount(0);
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  @Test
  void thatSomebodyMovedIsEnteredWithBothDaysAndTheCardIsDead() throws Exception {
    CardRef card = hub.cards("elder").get(9);
    open(card);
    page.locator(".person .calm > summary").click();
    page.fill("input[name=day]", "2026-11-01");
    page.fill("input[name=known]", "2026-11-20");
    Browser.wholePicture(page, "residents-state");
    page.locator(".person .calm form button").click();
    assertThat(page.locator(".states li")).containsText("2026-11-01 搬走");
    assertThat(page.locator(".states li")).containsText("2026-11-20 得知");
    assertThat(page.locator(".held-card.dead")).hasCount(1);
    page.getByText("发卡", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".toast.bad")).containsText("停用");
    assertThat(page.locator(".held-card")).hasCount(1);
    assertThat(browser.complaints()).allMatch(line -> line.contains("401") || line.contains("409"));
  }

  @Test
  void aDirectorGivesSomebodyTheirDataAndKeepsTheReceiptOthersAreNotOffered() throws Exception {
    CardRef ref = hub.cards("elder").get(5);
    open(ref);
    assertThat(page.locator("jin-person-copy")).hasCount(0);

    String password = hub.apiParts().accounts().addGenerated("head", Set.of(Role.DIRECTOR));
    page.context().clearCookies();
    page.reload();
    Browser.signIn(page, "head", password);
    open(ref);
    Locator copy = page.locator("jin-person-copy");
    copy.locator("summary").click();
    assertThat(copy).containsText("隐私专员");
    Download file = page.waitForDownload(() -> copy.locator("button.primary").click());
    byte[] zip = Files.readAllBytes(file.path());
    assertThat(new String(zip, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
    assertThat(copy.locator("li")).hasCount(1);
    assertThat(copy.locator("li")).containsText(digest);
    Browser.picture(page, "person-copy");
    page.setViewportSize(390, 844);
    Browser.picture(page, "person-copy-phone");
    page.setViewportSize(1000, 1200);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(in.getNextEntry().getName()).isEqualTo("index.html");
      page.setContent(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(page.locator("h1")).hasText("本人资料副本 · Copy of personal data");
    assertThat(page.locator("body")).containsText("独居 · lives alone");
    Browser.wholePicture(page, "person-copy-file");
  }
}
