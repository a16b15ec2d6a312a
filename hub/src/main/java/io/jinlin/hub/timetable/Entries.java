package io.jinlin.hub.timetable;

import io.jinlin.hub.ledger.Journal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts many deeds into pieces of which each fits an entry of the journal. */
final class Entries {
  /** Room for stamp and brackets, in bytes. */
  private static final int ROOM = 1_024;

  private Entries() {}

  static List<List<Deed>> of(List<Deed> deeds) {
    List<List<Deed>> entries = new ArrayList<>();
    List<Deed> some = new ArrayList<>();
    int bytes = 0;
    for (Deed deed : deeds) {
      int more = 1 + DeedCodec.node(deed).toString().getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > Journal.MAX_BODY_BYTES - ROOM) {
        entries.add(some);
        some = new ArrayList<>();
        bytes = 0;
      }
      some.add(deed);
      bytes += more;
    }
    if (!some.isEmpty()) {
      entries.add(some);
    }
    return entries;
  }
}
