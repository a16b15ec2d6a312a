package io.jinlin.hub.live;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Children whom an adult's card asks for and whom the teacher has not handed over yet. */
final class HandOvers {

  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();

  /** One adult at the door. */
  record Asked(
      EventId event,
      String place,
      Occasion occasion,
      CardRef adult,
      List<CardRef> children,
      long sinceMillis) {}

  void apply(Entry entry) {
    if (entry.fact() instanceof Fact.Collection collection && !entry.voided()) {
      Asked one =
          new Asked(
              entry.event(),
              collection.place(),
              collection.occasion(),
              collection.ref(),
              collection.children(),
              entry.atMillis());
      asked.merge(
          collection.occasion().text() + "/" + collection.ref().text(),
          one,
          (before, now) -> now.sinceMillis >= before.sinceMillis ? now : before);
    } else if (entry.fact() instanceof Fact.HandOver handOver && !entry.voided()) {
      done.add(key(handOver.occasion(), handOver.child()));
    }
  }

  private static String key(Occasion occasion, CardRef child) {
    return occasion.text() + "/" + child.text();
  }

  /** The open ones, each with the children who are still here. */
  List<Asked> open() {
    List<Asked> open = new ArrayList<>();
    for (Asked one : asked.values()) {
      List<CardRef> here =
          one.children.stream().filter(child -> !done.contains(key(one.occasion, child))).toList();
      if (!here.isEmpty()) {
        open.add(new Asked(one.event, one.place, one.occasion, one.adult, here, one.sinceMillis));
      }
    }
    return open;
  }
}
