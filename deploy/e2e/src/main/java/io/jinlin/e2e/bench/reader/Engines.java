package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.QrReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The readers that are set side by side. */
final class Engines {
  private Engines() {}

  /** This reader on still pictures, without a budget. */
  static Engine ours() {
    return new Engine() {
      @Override
      public String name() {
        return "Jinlin";
      }

      @Override
      public Optional<String> read(Frame frame) {
        return QrReader.readStill(frame).map(FoundCode::text);
      }
    };
  }

  /** All that are there; a program of Debian's that is not is left out and named in the notes. */
  static List<Engine> all(Path scratch, List<String> notes) throws IOException {
    List<Engine> engines =
        new ArrayList<>(List.of(ours(), new ZxingEngine(true), new BoofEngine()));
    for (CommandEngine.Program program : CommandEngine.Program.values()) {
      Optional<CommandEngine> engine = CommandEngine.find(program, scratch);
      engine.ifPresent(engines::add);
      if (engine.isEmpty()) {
        notes.add(program.title() + ": not installed (sudo apt install " + program.debian() + ")");
      }
    }
    return engines;
  }
}
