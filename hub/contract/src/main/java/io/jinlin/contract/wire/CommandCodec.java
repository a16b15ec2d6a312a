package io.jinlin.contract.wire;

import io.jinlin.contract.event.WordTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** {@link Command} as JSON. */
public final class CommandCodec {
  private static final WordTable<Type> TYPES = WordTable.of(Type.class);

  private enum Type {
    HELP_ANSWERED,
    FULL,
    FIGURES
  }

  private CommandCodec() {}

  /** The message. */
  public static byte[] encode(Command command) {
    if (command instanceof Command.HelpAnswered answered) {
      return line(Type.HELP_ANSWERED).put("call", answered.call()).bytes();
    }
    if (command instanceof Command.Figures figures) {
      return figures(figures.now());
    }
    return line(Type.FULL).put("full", ((Command.Full) command).full()).bytes();
  }

  private static byte[] figures(FiguresNow now) {
    JsonLine line = line(Type.FIGURES).put("day", now.day().toString());
    now.seatsFree().ifPresent(seats -> line.put("seats_free", seats));
    return line.putObjects(
            "queues",
            now.queues(),
            (one, queue) ->
                one.put("id", queue.id())
                    .put("closed", queue.closed())
                    .putNumbers("waiting", queue.waiting())
                    .put("seconds_per_person", queue.secondsPerPerson()))
        .bytes();
  }

  private static JsonLine line(Type type) {
    return JsonLine.message().put("type", TYPES.word(type));
  }

  /** Reads any bytes. */
  public static Decoded<Command> decode(byte[] bytes) {
    return Fields.decodeMessage(bytes, 0, bytes.length, CommandCodec::command);
  }

  private static Command command(Fields fields) {
    return switch (fields.word("type", TYPES, Refusal.UNKNOWN_TYPE)) {
      case HELP_ANSWERED -> new Command.HelpAnswered(fields.text("call"));
      case FULL -> new Command.Full(fields.flag("full"));
      case FIGURES -> new Command.Figures(figures(fields));
    };
  }

  private static FiguresNow figures(Fields fields) {
    return new FiguresNow(
        fields.parsed("day", fields.text("day"), CommandCodec::day, LocalDate.EPOCH.withYear(2000)),
        fields.has("seats_free")
            ? OptionalInt.of(fields.integer("seats_free"))
            : OptionalInt.empty(),
        fields.objects("queues", CommandCodec::queue));
  }

  private static FiguresNow.Queue queue(Fields fields) {
    return new FiguresNow.Queue(
        fields.text("id"),
        fields.flag("closed"),
        fields.integers("waiting"),
        fields.integer("seconds_per_person"));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}
