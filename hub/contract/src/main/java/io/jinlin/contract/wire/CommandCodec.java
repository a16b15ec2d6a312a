package io.jinlin.contract.wire;

import io.jinlin.contract.event.WordTable;

/** {@link Command} as JSON. */
public final class CommandCodec {
  private static final WordTable<Type> TYPES = WordTable.of(Type.class);

  private enum Type {
    HELP_ANSWERED,
    FULL
  }

  private CommandCodec() {}

  /** The message. */
  public static byte[] encode(Command command) {
    if (command instanceof Command.HelpAnswered answered) {
      return line(Type.HELP_ANSWERED).put("call", answered.call()).bytes();
    }
    return line(Type.FULL).put("full", ((Command.Full) command).full()).bytes();
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
    };
  }
}
