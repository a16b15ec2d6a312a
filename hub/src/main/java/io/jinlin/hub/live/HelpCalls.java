package io.jinlin.hub.live;

import io.jinlin.contract.event.Fact;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls for help that nobody answered yet; an answer may arrive before its call. */
final class HelpCalls {

  /** Most calls shown at once: a kiosk that calls without end must not fill the page. */
  static final int MAX_OPEN = 50;

  private final Map<String, Open> open = new LinkedHashMap<>();
  private final Set<String> over = new HashSet<>();

  /** One open call. */
  record Open(String device, String place, String call, long sinceMillis) {}

  void apply(Entry entry) {
    if (entry.fact() instanceof Fact.HelpCall call) {
      String key = key(entry.event().device(), call.call());
      if (call.ended()) {
        close(key);
      } else if (!over.contains(key) && open.size() < MAX_OPEN) {
        open.putIfAbsent(
            key, new Open(entry.event().device(), call.place(), call.call(), entry.atMillis()));
      }
    } else if (entry.fact() instanceof Fact.HelpAnswer answer) {
      close(key(answer.device(), answer.call()));
    }
  }

  private void close(String key) {
    over.add(key);
    open.remove(key);
  }

  private static String key(String device, String call) {
    return device + "/" + call;
  }

  Collection<Open> open() {
    return List.copyOf(open.values());
  }
}
