package io.jinlin.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.wire.Batch;
import io.jinlin.hub.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * However batches are cut, doubled and interleaved, the figures are the same, and a rebuild makes
 * the same figures.
 */
class AnyOrderPropertyTest {
  private static final int CARDS = 6;
  private static final Subjects TWO_CARDS_OF_ONE =
      ref -> ref.low() < 4 ? OptionalLong.of(ref.low() / 2) : OptionalLong.empty();
  private static Path base;
  private static Path template;

  /** The events of one epoch, and the offset of its boot if it was ever known. */
  private record Epoch(String device, String name, OptionalLong offset, List<byte[]> lines) {}

  @BeforeContainer
  static void makeTemplate() throws IOException {
    Path memory = Path.of("/dev/shm");
    base =
        Files.isWritable(memory)
            ? Files.createTempDirectory(memory, "jinlin-order")
            : Files.createTempDirectory("jinlin-order");
    template = base.resolve("template.db");
    Database.open(template).close();
  }

  @AfterContainer
  static void clear() throws IOException {
    try (Stream<Path> files = Files.walk(base)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(AnyOrderPropertyTest::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 60)
  void theOrderOfArrivalChangesNoFigure(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Epoch> history = history(random);
    List<EventId> takenBack = takenBack(history, random);

    List<String> once = figuresAfter(history, takenBack, new Random(random.nextLong()), false);
    List<String> again = figuresAfter(history, takenBack, new Random(random.nextLong()), false);
    List<String> rebuilt = figuresAfter(history, takenBack, new Random(random.nextLong()), true);

    assertThat(again).isEqualTo(once);
    assertThat(rebuilt).isEqualTo(once);
  }

  private static List<Epoch> history(Random random) {
    List<Epoch> history = new ArrayList<>();
    for (int device = 1; device <= 3; device++) {
      boolean offsetKnown = random.nextBoolean();
      for (int epoch = 1; epoch <= 2; epoch++) {
        List<byte[]> lines = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
          lines.add(line(random, offsetKnown));
        }
        OptionalLong offset =
            offsetKnown ? OptionalLong.of(LedgerFixture.NOON - 1_000) : OptionalLong.empty();
        history.add(new Epoch("kiosk-" + device, "e" + device + epoch, offset, lines));
      }
    }
    return history;
  }

  private static byte[] line(Random random, boolean offsetKnown) {
    int card = random.nextInt(CARDS);
    long wall = LedgerFixture.NOON + random.nextInt(4);
    if (random.nextInt(12) == 0) {
      wall = offsetKnown ? 5_000 : 4_070_908_800_000L;
    }
    return switch (random.nextInt(8)) {
      case 0 -> "not an event".getBytes(StandardCharsets.UTF_8);
      case 1 ->
          LedgerFixture.line(
              wall, new Fact.Departure("canteen", LedgerFixture.card(card), Input.LINE));
      case 2 ->
          LedgerFixture.line(
              wall, new Fact.Passage("hall", "door-1", Fact.Passage.Direction.IN, 2));
      default ->
          LedgerFixture.line(
              wall, LedgerFixture.meal(card, Way.values()[random.nextInt(Way.values().length)]));
    };
  }

  private static List<EventId> takenBack(List<Epoch> history, Random random) {
    List<EventId> ids = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Epoch epoch = history.get(random.nextInt(history.size()));
      int seq = 1 + random.nextInt(epoch.lines().size());
      ids.add(new EventId(epoch.device(), epoch.name(), seq));
    }
    return ids;
  }

  private static List<String> figuresAfter(
      List<Epoch> history, List<EventId> takenBack, Random random, boolean rebuild)
      throws IOException {
    Path folder = Files.createTempDirectory(base, "run");
    Files.copy(template, folder.resolve("hub.db"));
    try (LedgerFixture hub = new LedgerFixture(folder, TWO_CARDS_OF_ONE, "start")) {
      deliver(hub, history, takenBack, random);
      if (rebuild) {
        Rebuild.run(hub.database, TWO_CARDS_OF_ONE);
      }
      return hub.figures();
    }
  }

  private static void deliver(
      LedgerFixture hub, List<Epoch> history, List<EventId> takenBack, Random random) {
    List<EventId> corrections = new ArrayList<>(takenBack);
    for (int i = 0; i < 60; i++) {
      Epoch epoch = history.get(random.nextInt(history.size()));
      int from = random.nextInt(epoch.lines().size());
      int to = from + 1 + random.nextInt(epoch.lines().size() - from);
      submit(hub, epoch, from, to, random.nextBoolean());
      if (!corrections.isEmpty() && random.nextInt(15) == 0) {
        takeBack(hub, corrections.remove(0));
      }
      if (random.nextBoolean()) {
        hub.ledger.commitNow();
      }
    }
    history.forEach(epoch -> submit(hub, epoch, 0, epoch.lines().size(), true));
    corrections.forEach(id -> takeBack(hub, id));
    hub.ledger.commitNow();
  }

  private static void takeBack(LedgerFixture hub, EventId id) {
    hub.ledger.append(new Fact.Voiding("canteen", id, "wrong card", "cook"));
  }

  /** A header may know the offset or not yet; the last one does. */
  private static void submit(LedgerFixture hub, Epoch epoch, int from, int to, boolean withOffset) {
    OptionalLong offset = withOffset ? epoch.offset() : OptionalLong.empty();
    byte[][] lines = epoch.lines().subList(from, to).toArray(byte[][]::new);
    Batch batch = LedgerFixture.batch(epoch.name(), from + 1, 0, offset, lines);
    hub.ledger.submit(new Delivery(epoch.device(), batch, hub.now, hub.receipts::add));
  }
}
