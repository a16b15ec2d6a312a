package io.jinlin.hub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EventCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** An event of the hub itself: a hand count, an answer, a call, a hand-over, a correction. */
final class OwnEvent implements JournalledWork {
  /** The hub's name among the devices; no device may have it. */
  static final String DEVICE = "hub";

  /** Kind of its journal entries. */
  static final String KIND = "event";

  private static final JsonMapper JSON = new JsonMapper();

  private final EventId id;
  private final Event event;
  private final byte[] line;
  private final long receivedMillis;
  private final CompletableFuture<EventId> answer = new CompletableFuture<>();
  private long number;

  OwnEvent(EventId id, Event event, long receivedMillis) {
    this.id = id;
    this.event = event;
    this.line = EventCodec.encode(event);
    this.receivedMillis = receivedMillis;
  }

  CompletableFuture<EventId> answer() {
    return answer;
  }

  @Override
  public Journal.Entry entry(long given) {
    number = given;
    String head =
        JSON.createObjectNode()
            .put("epoch", id.epoch())
            .put("seq", id.seq())
            .put("received", receivedMillis)
            .put("line", new String(line, StandardCharsets.UTF_8))
            .toString();
    return new Journal.Entry(given, KIND, head.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public void run(Books books) throws SQLException {
    store(books, id, event, line, receivedMillis);
  }

  private static void store(Books books, EventId id, Event event, byte[] line, long received)
      throws SQLException {
    Source source = books.sources().of(DEVICE, id.epoch(), DEVICE);
    if (books.table().body(source.key(id.seq())).isEmpty()) {
      books.record(source, id.seq(), event, line, received);
      source.position(Math.max(source.position(), id.seq()));
    }
  }

  /** Stores the event of a journal entry, if it is not there. */
  static void replay(Books books, byte[] body) throws SQLException {
    try {
      JsonNode entry = JSON.readTree(body);
      byte[] line = entry.path("line").asText().getBytes(StandardCharsets.UTF_8);
      EventId id = new EventId(DEVICE, entry.path("epoch").asText(), entry.path("seq").asLong());
      if (EventCodec.decode(line) instanceof Decoded.Value<Event> event) {
        store(books, id, event.value(), line, entry.path("received").asLong());
        return;
      }
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      throw new SQLException("journal entry of kind event", unreadable);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    throw new SQLException("journal entry of kind event holds no event");
  }

  @Override
  public void committed() {
    answer.complete(id);
  }

  @Override
  public void failed(Exception cause) {
    answer.completeExceptionally(cause);
  }
}
