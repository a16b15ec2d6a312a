package io.jinlin.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Wire version 1, byte for byte. Files are added, never edited: a kiosk that was off for a year
 * still speaks them. {@code -Dgolden.write=true} writes a file that is not there yet.
 */
class GoldenTest {
  private static final Path SOURCE = Path.of("src/test/resources/golden/v1");

  @TestFactory
  Stream<DynamicTest> everyEventIsWrittenAndReadAsInVersionOne() {
    return Samples.events().entrySet().stream()
        .map(
            sample ->
                golden(
                    "event-" + sample.getKey(),
                    sample.getValue(),
                    EventCodec::encode,
                    EventCodec::decode));
  }

  @TestFactory
  Stream<DynamicTest> everyMessageIsWrittenAndReadAsInVersionOne() {
    return Stream.of(
        golden("hello", Samples.hello(), HelloCodec::encode, HelloCodec::decode),
        golden("ack", Samples.ack(), AckCodec::encode, AckCodec::decode),
        golden("ask", Samples.ask(), AskCodec::encode, AskCodec::decode),
        golden("health", Samples.health(), HealthCodec::encode, HealthCodec::decode),
        golden(
            "command-help-answered",
            Samples.helpAnswered(),
            CommandCodec::encode,
            CommandCodec::decode),
        golden("command-full", Samples.full(), CommandCodec::encode, CommandCodec::decode),
        golden("command-figures", Samples.figures(), CommandCodec::encode, CommandCodec::decode),
        golden("batch", Samples.batch(), BatchCodec::encode, BatchCodec::decode),
        golden("page", Samples.page(), PageCodec::encode, PageCodec::decode));
  }

  @TestFactory
  Stream<DynamicTest> everyItemIsWrittenAndReadAsInVersionOne() {
    return Samples.items().entrySet().stream()
        .map(
            sample ->
                golden(
                    sample.getKey(),
                    sample.getValue(),
                    ItemCodec::encode,
                    bytes -> ItemCodec.decode(pageOf(sample.getKey()), bytes)));
  }

  @TestFactory
  DynamicTest aRosterEntryIsWrittenAndReadAsInVersionOne() {
    RosterEntry entry =
        new RosterEntry(
            "王*",
            "王奶奶",
            RosterEntry.Kind.RESIDENT,
            "nan",
            List.of("film", "choir"),
            List.of(Samples.OTHER));
    return golden("roster-entry", entry, RosterEntryCodec::encode, RosterEntryCodec::decode);
  }

  @TestFactory
  DynamicTest aDelegatesEntryIsWrittenAndReadAsInVersionOne() {
    RosterEntry entry =
        new RosterEntry(
            "赵*",
            "",
            RosterEntry.Kind.DELEGATE,
            "zh",
            List.of(),
            List.of(Samples.OTHER),
            1_795_508_100_000L,
            1_795_518_000_000L);
    return golden(
        "roster-entry-delegate", entry, RosterEntryCodec::encode, RosterEntryCodec::decode);
  }

  static PageKind pageOf(String name) {
    return switch (name) {
      case "item-roster" -> PageKind.ROSTER;
      case "item-revocation" -> PageKind.REVOCATIONS;
      case "item-claim", "item-release" -> PageKind.CLAIMS;
      case "item-session" -> PageKind.TIMETABLE;
      default -> PageKind.SETTINGS;
    };
  }

  private static <T> DynamicTest golden(
      String name,
      T value,
      Function<T, byte[]> encoder,
      Function<byte[], ? extends Decoded<? super T>> decoder) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          byte[] encoded = encoder.apply(value);
          byte[] golden = read(name, encoded);
          assertThat(new String(encoded, StandardCharsets.UTF_8))
              .isEqualTo(new String(golden, StandardCharsets.UTF_8));
          Decoded<? super T> decoded = decoder.apply(golden);
          assertThat(decoded)
              .usingRecursiveComparison()
              .isEqualTo(new Decoded.Value<Object>(value));
        });
  }

  private static byte[] read(String name, byte[] encoded) throws IOException {
    Path file = SOURCE.resolve(name + ".json");
    if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
      Files.createDirectories(SOURCE);
      Files.write(file, encoded);
      return encoded;
    }
    try (InputStream stream =
        GoldenTest.class.getResourceAsStream("/golden/v1/" + name + ".json")) {
      assertThat(stream).as("golden file " + name).isNotNull();
      return stream.readAllBytes();
    }
  }
}
