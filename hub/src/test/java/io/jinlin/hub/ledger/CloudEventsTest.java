package io.jinlin.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.wire.EventCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export obeys CloudEvents 1.0 and loses nothing of what the device said. */
class CloudEventsTest {
  @TempDir Path folder;

  private static List<JsonNode> exported(LedgerFixture hub) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    hub.database.read(
        db -> {
          try {
            return CloudEvents.write(db, "jinlin", out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    JsonMapper json = new JsonMapper();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(
            line -> {
              try {
                return json.readTree(line);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  @Test
  void everyEventIsACloudEventWhoseDataIsWhatTheDeviceSaid() throws Exception {
    Fact passage = new Fact.Passage("hall", "door-1", Fact.Passage.Direction.IN, 2);
    byte[] meal = LedgerFixture.line(LedgerFixture.NOON, LedgerFixture.meal(1, Way.DINE_IN));
    try (LedgerFixture hub = new LedgerFixture(folder)) {
      hub.deliver(
          "kiosk-1",
          LedgerFixture.batch("e1", 1, meal, LedgerFixture.line(LedgerFixture.NOON, passage)));
      hub.ledger.append(new Fact.HandCount("hall", 7, "director"));
      hub.ledger.commitNow();

      List<JsonNode> events = exported(hub);
      assertThat(events).hasSize(3);
      Set<String> names = new HashSet<>();
      for (JsonNode event : events) {
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).matches("io\\.jinlin\\.[a-z-]+\\.v1");
        assertThat(Instant.parse(event.path("time").asText())).isNotNull();
        assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
        event.fieldNames().forEachRemaining(name -> assertThat(name).matches("[a-z0-9]{1,20}"));
        names.add(event.path("source").asText() + " " + event.path("id").asText());
        Event said =
            EventCodec.decode(event.path("data").toString().getBytes(StandardCharsets.UTF_8))
                .toOptional()
                .orElseThrow();
        assertThat(said.fact().place()).isEqualTo(event.path("place").asText());
      }
      assertThat(names).hasSize(3).contains("/jinlin/jinlin/kiosk-1 e1/1");
      assertThat(events.get(0).path("subject").asText()).isEqualTo(LedgerFixture.card(1).text());
      assertThat(events.get(0).path("counted").asBoolean()).isTrue();
      assertThat(events.get(1).has("subject")).isFalse();
      assertThat(events.get(2).path("source").asText()).isEqualTo("/jinlin/jinlin/hub");
    }
  }
}
