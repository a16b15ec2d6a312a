package io.jinlin.edge.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Words;
import io.jinlin.edge.agent.Answer;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.decide.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds lines to an agent as if each were a card that was read. */
final class LineFeed {
  /** Longest line looked at, in characters; of a longer one no more is kept. */
  static final int MAX_LINE_LENGTH = 8_192;

  private static final String STANDARD_INPUT = "-";
  private static final long CHECK_MS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(LineFeed.class);

  private final EdgeAgent agent;
  private final PrintStream out;
  private final JsonFactory json = new JsonFactory();

  LineFeed(EdgeAgent agent, PrintStream out) {
    this.agent = agent;
    this.out = out;
  }

  /**
   * Starts to read. A FIFO is opened again when its writer goes away.
   *
   * @param done run when the lines have ended and, if asked for, everything was sent
   */
  void start(String source, Runnable done, boolean untilSent) throws IOException {
    boolean file = !source.equals(STANDARD_INPUT);
    if (file && !Files.isReadable(Path.of(source))) {
      throw new IOException("cannot read lines from " + source);
    }
    boolean again = file && !Files.isRegularFile(Path.of(source));
    Thread thread = new Thread(() -> run(source, again, done, untilSent), "lines");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(String source, boolean again, Runnable done, boolean untilSent) {
    try {
      do {
        try (Reader reader = open(source)) {
          feed(reader);
        }
      } while (again);
      if (untilSent) {
        awaitSent();
        done.run();
      }
    } catch (IOException failed) {
      LOG.error("lines end: {}", failed.toString());
      agent.problem("lines-lost", true);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Reader open(String source) throws IOException {
    return source.equals(STANDARD_INPUT)
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(source), StandardCharsets.UTF_8);
  }

  private void feed(Reader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = reader.read(); next >= 0; next = reader.read()) {
      if (next == '\n') {
        answer(line.toString().strip());
        line.setLength(0);
      } else if (line.length() < MAX_LINE_LENGTH) {
        line.append((char) next);
      }
    }
    if (!line.isEmpty()) {
      answer(line.toString().strip());
    }
  }

  private void answer(String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    out.println(describe(agent.answer(text, Input.LINE)));
    out.flush();
  }

  private void awaitSent() throws InterruptedException {
    Semaphore changed = new Semaphore(0);
    agent.onChange(changed::release);
    while (agent.status().unsent() > 0) {
      changed.tryAcquire(CHECK_MS, TimeUnit.MILLISECONDS);
      changed.drainPermits();
    }
  }

  /** Event, verdict and what it was for; no name and nothing of the card. */
  String describe(Answer answer) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator line = json.createGenerator(text)) {
      line.writeStartObject();
      line.writeStringField("event", answer.event().map(LineFeed::id).orElse(null));
      line.writeStringField("verdict", word(answer.verdict()));
      if (occasion(answer.verdict()).isPresent()) {
        line.writeStringField("occasion", occasion(answer.verdict()).get().text());
      }
      if (answer.verdict() instanceof Verdict.Ticket ticket) {
        line.writeNumberField("ticket", ticket.number());
      }
      if (answer.verdict() instanceof Verdict.OutOfService out) {
        line.writeStringField("reason", Words.of(out.reason()));
      }
      line.writeEndObject();
    }
    return text.toString();
  }

  private static String id(EventId id) {
    return id.device() + "/" + id.epoch() + "/" + id.seq();
  }

  private static Optional<Occasion> occasion(Verdict verdict) {
    if (verdict instanceof Verdict.Accepted accepted) {
      return Optional.of(accepted.occasion());
    }
    return verdict instanceof Verdict.Already already
        ? Optional.of(already.occasion())
        : Optional.empty();
  }

  /** {@code SeeStaff} is written {@code see-staff}. */
  private static String word(Verdict verdict) {
    String name = verdict.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
