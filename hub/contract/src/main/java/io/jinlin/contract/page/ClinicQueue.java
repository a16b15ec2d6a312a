package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.time.LocalTime;

/**
 * A queue of the clinic; at most four are open at once, so that the choice fits the screen.
 *
 * @param id for example {@code chinese-medicine}
 * @param opens first minute
 * @param closes the minute after the last
 */
public record ClinicQueue(
    String id, String name, String nameEnglish, LocalTime opens, LocalTime closes) {
  public ClinicQueue {
    Check.id("queue", id);
    Check.note("name", name);
    Check.note("name_english", nameEnglish);
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("queue closes before it opens");
    }
  }
}
