package io.jinlin.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.page.ItemCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static final String SCAN =
      "{\"type\":\"scan\",\"at\":1,\"monotonic\":2,\"place\":\"canteen\",\"ref\":\"ASNFZ4mrze_-3LqYdlQyEA\","
          + "\"outcome\":\"not-now\",\"input\":\"camera\"}";

  @Test
  void fieldsThatThisBuildDoesNotKnowAreIgnored() {
    String newer = SCAN.replace("{\"type\"", "{\"mood\":{\"a\":[1,2,{\"b\":1.5}]},\"type\"");
    assertThat(event(newer)).isEqualTo(event(SCAN)).isInstanceOf(Decoded.Value.class);
  }

  @Test
  void aTypeOfEventThatThisBuildDoesNotKnowIsNamedSo() {
    assertRefused(event(SCAN.replace("\"scan\"", "\"dance\"")), Refusal.UNKNOWN_TYPE, "type");
  }

  @Test
  void aFieldThatIsMissingIsNamed() {
    assertRefused(event(SCAN.replace("\"ref\"", "\"fer\"")), Refusal.FIELD_MISSING, "ref");
  }

  @Test
  void aFieldOfTheWrongFormIsNamedWithoutItsContent() {
    Decoded<?> answer = event(SCAN.replace("ASNFZ4", "!!!!!!"));
    assertRefused(answer, Refusal.FIELD_INVALID, "ref");
    assertThat(((Decoded.Refused<?>) answer).detail()).doesNotContain("!");
  }

  @Test
  void aNumberThatIsNoWholeNumberOrTooLargeIsRefused() {
    assertRefused(event(SCAN.replace(":2,", ":2.5,")), Refusal.FIELD_INVALID, "monotonic");
    String huge = SCAN.replace(":2,", ":" + "9".repeat(30) + ",");
    assertRefused(event(huge), Refusal.FIELD_INVALID, "monotonic");
    String endless = SCAN.replace(":2,", ":" + "9".repeat(300) + ",");
    assertRefused(event(endless), Refusal.NOT_JSON, "JSON");
  }

  @Test
  void anEventOverItsBoundIsRefusedAndOneAtTheBoundIsNot() {
    int room = Limits.MAX_EVENT_BYTES - SCAN.length();
    String full = SCAN + " ".repeat(room);
    assertThat(event(full)).isInstanceOf(Decoded.Value.class);
    assertRefused(event(full + " "), Refusal.TOO_LARGE, "bytes");
  }

  @Test
  void aMillionBytesAreRefusedByTheirLength() {
    byte[] large = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    assertRefused(EventCodec.decode(large), Refusal.TOO_LARGE, "bytes");
    assertRefused(BatchCodec.decode(large), Refusal.TOO_LARGE, "bytes");
    assertRefused(PageCodec.decode(large), Refusal.TOO_LARGE, "bytes");
    assertRefused(AckCodec.decode(large), Refusal.TOO_LARGE, "bytes");
  }

  @Test
  void nestingThatIsTooDeepIsRefused() {
    byte[] deep = ("{\"a\":" + "[".repeat(Limits.MAX_JSON_DEPTH)).getBytes(StandardCharsets.UTF_8);
    assertRefused(HelloCodec.decode(deep), Refusal.NOT_JSON, "JSON");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = SCAN.replace("canteen", "canté").getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(EventCodec.decode(latin), Refusal.NOT_JSON, "UTF-8");
    assertRefused(
        EventCodec.decode(SCAN.getBytes(StandardCharsets.UTF_16LE)), Refusal.NOT_JSON, "UTF-8");
  }

  @Test
  void twoObjectsOnOneLineAreRefused() {
    assertRefused(event(SCAN + "{}"), Refusal.NOT_JSON, "one JSON object");
  }

  @Test
  void anotherWireVersionIsNamedSo() {
    String ask = "{\"v\":2,\"nonce\":\"n\",\"kind\":\"roster\",\"have\":\"none.0\"}";
    assertRefused(AskCodec.decode(bytes(ask)), Refusal.WRONG_VERSION, "v is not 1");
    assertRefused(AskCodec.decode(bytes(ask.replace("\"v\":2,", ""))), Refusal.FIELD_MISSING, "v");
  }

  @Test
  void aBatchWithTooFewOrTooManyLinesIsRefused() {
    String whole = new String(BatchCodec.encode(Samples.batch()), StandardCharsets.UTF_8);
    String cut = whole.substring(0, whole.lastIndexOf('\n'));
    assertRefused(BatchCodec.decode(bytes(cut)), Refusal.WRONG_COUNT, "count");
    assertRefused(BatchCodec.decode(bytes(whole + "\n{}")), Refusal.WRONG_COUNT, "count");
  }

  @Test
  void aBadLineDoesNotHoldUpItsNeighbours() {
    byte[] torn = {'{', '\n', (byte) 0xff};
    Batch batch =
        new Batch(
            new Batch.Header("n", "e", 1, 2, 0, "b", OptionalLong.empty(), Version.NONE),
            List.of(torn, bytes(SCAN)));
    Decoded<Batch> answer = BatchCodec.decode(BatchCodec.encode(batch));
    List<byte[]> lines = answer.toOptional().orElseThrow().lines();
    assertThat(EventCodec.decode(lines.get(0))).isInstanceOf(Decoded.Refused.class);
    assertThat(EventCodec.decode(lines.get(1))).isEqualTo(event(SCAN));
  }

  @Test
  void anItemOfAnotherPageIsRefused() {
    byte[] line = ItemCodec.encode(Samples.items().get("item-revocation"));
    assertRefused(
        ItemCodec.decode(PageKind.ROSTER, line), Refusal.UNKNOWN_TYPE, "not of this page");
  }

  @Test
  void aSessionAtTheEndOfTimeIsRefused() {
    String line =
        new String(ItemCodec.encode(Samples.items().get("item-session")), StandardCharsets.UTF_8)
            .replace("2026-11-25T14:30", "+999999999-12-31T00:00")
            .replace("2026-11-25T16:00", "+999999999-12-31T23:00");
    assertThat(ItemCodec.decode(PageKind.TIMETABLE, bytes(line)))
        .isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void halfACharacterIsRefused() {
    String call = "{\"v\":1,\"type\":\"help-answered\",\"call\":\"\\ud800\"}";
    assertRefused(CommandCodec.decode(bytes(call)), Refusal.FIELD_INVALID, "call");
  }

  @Test
  void aTopicOfAnotherVersionDirectionOrShapeIsRefused() {
    assertThat(Topics.parse("jinlin/v1/jinlin/up/kiosk-1/events"))
        .isEqualTo(new Decoded.Value<>(new Topics("jinlin", "kiosk-1", Topics.Kind.EVENTS)));
    assertRefused(Topics.parse("jinlin/v2/a/up/b/events"), Refusal.WRONG_VERSION, "topic");
    assertRefused(Topics.parse("jinlin/v1/a/dn/b/events"), Refusal.WRONG_TOPIC, "topic");
    assertRefused(Topics.parse("jinlin/v1/a/up/b/ack"), Refusal.WRONG_TOPIC, "topic");
    assertRefused(Topics.parse("jinlin/v1/a/up/+/events"), Refusal.WRONG_TOPIC, "topic");
  }

  private static Decoded<?> event(String line) {
    return EventCodec.decode(bytes(line));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertRefused(Decoded<?> answer, Refusal refusal, String detail) {
    assertThat(answer).isInstanceOf(Decoded.Refused.class);
    Decoded.Refused<?> refused = (Decoded.Refused<?>) answer;
    assertThat(refused.refusal()).isEqualTo(refusal);
    assertThat(refused.detail()).contains(detail);
  }
}
