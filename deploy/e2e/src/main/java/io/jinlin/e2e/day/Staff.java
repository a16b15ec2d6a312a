package io.jinlin.e2e.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Staff at work: somebody goes to whoever rang, the nurse calls the next number, the teacher looks
 * and hands each child over. Each takes the time that it takes people.
 */
final class Staff implements Agenda.Activity {
  private static final Logger LOG = LoggerFactory.getLogger(Staff.class);
  private static final long LOOK_MS = 4_000;
  private static final long NURSE_MS = 150_000;
  private static final long RANG_MS = 12_000;
  private static final long TEACHER_MS = 15_000;

  private final Agenda agenda;
  private final HubDesk desk;
  private final double speed;
  private boolean nurseIsFree = true;

  /**
   * @param speed divides what staff wait, as the agenda does
   */
  Staff(Agenda agenda, HubDesk desk, double speed) {
    this.agenda = agenda;
    this.desk = desk;
    this.speed = speed;
  }

  @Override
  public long step() {
    JsonNode live = desk.live();
    long now = live.path("at").asLong();
    for (JsonNode call : live.path("help")) {
      if (now - call.path("sinceMs").asLong() >= RANG_MS / speed) {
        act("api/help/answer", texts(call, "device", "call"));
      }
    }
    for (JsonNode handOver : live.path("handovers")) {
      if (now - handOver.path("sinceMs").asLong() >= TEACHER_MS / speed) {
        String child = handOver.path("children").path(0).path("ref").asText();
        act("api/hand-over", Map.of("event", handOver.path("event").asText(), "child", child));
      }
    }
    callNext(live);
    return LOOK_MS;
  }

  private void callNext(JsonNode live) {
    for (JsonNode queue : live.path("clinic").path("queues")) {
      if (nurseIsFree && queue.path("waiting").asInt() > 0) {
        nurseIsFree = false;
        agenda.after(NURSE_MS, () -> nurseIsFree = true);
        act("api/clinic/call", Map.of("queue", queue.path("id").asText()));
      }
    }
  }

  /** What the hub refuses (somebody else was quicker) keeps nobody from the next thing. */
  private void act(String path, Map<String, String> body) {
    try {
      desk.act(path, body);
    } catch (IllegalStateException refused) {
      LOG.info("{}: {}", path, refused.getMessage());
    }
  }

  private static Map<String, String> texts(JsonNode node, String one, String two) {
    return Map.of(one, node.path(one).asText(), two, node.path(two).asText());
  }
}
