package io.jinlin.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.Seal;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Codecs are total: what was written is read again, and any bytes get an answer. */
class CodecPropertiesTest {
  private static final List<byte[]> MESSAGES = messages();

  @Property
  void everyEventIsReadAsItWasWrittenAndFitsALine(@ForAll("events") Event event) {
    byte[] line = EventCodec.encode(event);
    assertThat(line.length).isLessThanOrEqualTo(Limits.MAX_EVENT_BYTES);
    assertThat(line).doesNotContain('\n');
    assertThat(EventCodec.decode(line)).isEqualTo(new Decoded.Value<>(event));
  }

  @Property
  void anEventInsideALargerArrayIsReadTheSame(@ForAll("events") Event event) {
    byte[] line = EventCodec.encode(event);
    byte[] around = new byte[line.length + 14];
    System.arraycopy(line, 0, around, 7, line.length);
    assertThat(EventCodec.decode(around, 7, line.length)).isEqualTo(new Decoded.Value<>(event));
  }

  @Property
  void anyBytesGetAnAnswerFromEveryCodec(@ForAll byte[] bytes) {
    answer(bytes);
  }

  @Property(tries = 3_000)
  void aSpoiltMessageGetsAnAnswerFromEveryCodec(@ForAll Random random) {
    byte[] spoilt = MESSAGES.get(random.nextInt(MESSAGES.size())).clone();
    for (int i = 0; i <= random.nextInt(6); i++) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
    }
    answer(spoilt);
  }

  @Property
  void aCutMessageGetsAnAnswerFromEveryCodec(@ForAll Random random) {
    byte[] whole = MESSAGES.get(random.nextInt(MESSAGES.size()));
    answer(Arrays.copyOf(whole, random.nextInt(whole.length)));
  }

  @Property(tries = 200)
  void anyTextAsAnyFieldGetsAnAnswer(@ForAll("fieldNames") String name, @ForAll String value) {
    byte[] hostile = JsonLine.message().put("type", "scan").put(name, value).bytes();
    answer(hostile);
  }

  @Property
  void everyRosterEntryFitsItsSealedSize(@ForAll Random random) {
    RosterEntry entry = largest(random);
    byte[] content = RosterEntryCodec.encode(entry);
    assertThat(content.length).isLessThanOrEqualTo(Seal.MAX_CONTENT_BYTES);
    assertThat(RosterEntryCodec.decode(content)).isEqualTo(new Decoded.Value<>(entry));
  }

  private static RosterEntry largest(Random random) {
    String name = "欧".repeat(RosterEntry.MAX_NAME_LENGTH);
    List<String> enrolled = new ArrayList<>();
    for (int i = 0; i < RosterEntry.MAX_ENROLLED; i++) {
      enrolled.add("s".repeat(random.nextInt(30, 41)));
    }
    return new RosterEntry(
        name,
        name,
        RosterEntry.Kind.RESIDENT,
        "zh-hant1",
        enrolled,
        List.of(
            Samples.REF,
            Samples.OTHER,
            Samples.REF,
            Samples.OTHER,
            Samples.REF,
            Samples.OTHER,
            Samples.REF,
            Samples.OTHER));
  }

  private static List<byte[]> messages() {
    List<byte[]> messages = new ArrayList<>();
    Samples.events().values().forEach(event -> messages.add(EventCodec.encode(event)));
    Samples.items().values().forEach(item -> messages.add(ItemCodec.encode(item)));
    messages.add(HelloCodec.encode(Samples.hello()));
    messages.add(AckCodec.encode(Samples.ack()));
    messages.add(AskCodec.encode(Samples.ask()));
    messages.add(HealthCodec.encode(Samples.health()));
    messages.add(CommandCodec.encode(Samples.full()));
    messages.add(CommandCodec.encode(Samples.figures()));
    messages.add(BatchCodec.encode(Samples.batch()));
    messages.add(PageCodec.encode(Samples.page()));
    return messages;
  }

  private static void answer(byte[] bytes) {
    List<Decoded<?>> answers = new ArrayList<>();
    answers.add(EventCodec.decode(bytes));
    answers.add(HelloCodec.decode(bytes));
    answers.add(AckCodec.decode(bytes));
    answers.add(AskCodec.decode(bytes));
    answers.add(HealthCodec.decode(bytes));
    answers.add(CommandCodec.decode(bytes));
    answers.add(BatchCodec.decode(bytes));
    answers.add(PageCodec.decode(bytes));
    answers.add(RosterEntryCodec.decode(bytes));
    for (PageKind kind : PageKind.values()) {
      answers.add(ItemCodec.decode(kind, bytes));
    }
    answers.add(Topics.parse(new String(bytes, StandardCharsets.UTF_8)));
    assertThat(answers).doesNotContainNull();
  }

  @Provide
  Arbitrary<Event> events() {
    return Shapes.events();
  }

  @Provide
  Arbitrary<String> fieldNames() {
    return Arbitraries.of("v", "type", "at", "place", "ref", "nonce", "epochs", "zone", "starts");
  }
}
