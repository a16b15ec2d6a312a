package io.jinlin.kiosk.cli;

import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.Presentation;
import io.jinlin.kiosk.watch.Seen;
import io.jinlin.kiosk.watch.SequenceReader;
import io.jinlin.kiosk.watch.Watch;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The presentations in one film, decoded by ffmpeg: fifteen grey frames for each of its seconds.
 */
final class VideoReading {
  /** As the kiosk's camera gives them. */
  static final int FRAMES_PER_SECOND = 15;

  /** A film may take longer than life; a camera may not. */
  private static final long FRAME_BUDGET_MS = 200;

  private static final int BUFFER_BYTES = 1 << 20;
  private static final int MAX_COMPLAINT = 300;

  private final Path film;
  private final boolean json;
  private final PrintWriter out;

  VideoReading(Path film, boolean json, PrintWriter out) {
    this.film = film;
    this.json = json;
    this.out = out;
  }

  /**
   * Prints a line for each presentation.
   *
   * @return whether there was one
   * @throws IOException when ffmpeg is not there or cannot read the film; says so
   */
  boolean run() throws IOException {
    Path complaints = Files.createTempFile("jinlin-ffmpeg-", ".txt");
    try {
      Process ffmpeg = start(complaints);
      int frames;
      boolean any;
      try (InputStream stream = new BufferedInputStream(ffmpeg.getInputStream(), BUFFER_BYTES)) {
        Reading reading = new Reading();
        reading.all(stream);
        frames = reading.frames;
        any = reading.any;
      } finally {
        ffmpeg.destroy();
      }
      if (frames == 0) {
        throw new IOException(film + " cannot be read as a film: " + complaint(complaints));
      }
      return any;
    } finally {
      Files.delete(complaints);
    }
  }

  private Process start(Path complaints) throws IOException {
    List<String> command =
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-i",
            film.toAbsolutePath().toString(),
            "-an",
            "-vf",
            "fps=" + FRAMES_PER_SECOND,
            "-pix_fmt",
            "gray",
            "-c:v",
            "pgm",
            "-f",
            "image2pipe",
            "-");
    try {
      return new ProcessBuilder(command)
          .redirectError(complaints.toFile())
          .redirectInput(Redirect.from(new File("/dev/null")))
          .start();
    } catch (IOException notThere) {
      throw new IOException(
          "films are decoded by ffmpeg, which is not there: sudo apt install ffmpeg", notThere);
    }
  }

  private static String complaint(Path complaints) throws IOException {
    String text = Files.readString(complaints, StandardCharsets.UTF_8).strip();
    return text.substring(0, Math.min(MAX_COMPLAINT, text.length()));
  }

  /** The film's frames in their order. */
  private final class Reading {
    private final Watch watch =
        new Watch(
            SequenceReader.ofFilm(FRAME_BUDGET_MS, System::nanoTime),
            Presentation.ofFrames(Presentation.AWAY_MS));
    private int frames;
    private boolean any;

    void all(InputStream stream) throws IOException {
      Optional<Frame> frame = PgmStream.next(stream);
      while (frame.isPresent()) {
        Seen seen = watch.see(frame.get(), frames * 1_000L / FRAMES_PER_SECOND);
        if (seen.scan().isPresent()) {
          any = true;
          print(seen.scan().get());
        }
        frames++;
        frame = PgmStream.next(stream);
      }
    }

    private void print(FoundCode code) throws IOException {
      double seconds = Math.round(100.0 * frames / FRAMES_PER_SECOND) / 100.0;
      out.println(
          json
              ? ReadLine.json(film.toString(), seconds, code)
              : String.format(Locale.ROOT, "%.2f\t%s", seconds, ReadLine.onOneLine(code.text())));
      out.flush();
    }
  }
}
