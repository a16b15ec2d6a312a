package io.jinlin.e2e.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code hub export ledger} wrote: how often each event stands in it. */
final class Exported {
  private static final int MOST_NAMED = 20;

  private final Map<String, Integer> times = new HashMap<>();

  private Exported() {}

  static Exported read(Path file) {
    Exported exported = new Exported();
    JsonMapper mapper = new JsonMapper();
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode event = mapper.readTree(line);
        String name =
            event.path("device").asText()
                + "/"
                + event.path("epoch").asText()
                + "/"
                + event.path("seq").asLong();
        exported.times.merge(name, 1, Integer::sum);
      }
      return exported;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is wrong, in words; every answered event must be there exactly once. */
  List<String> faults(Set<String> answered) {
    List<String> faults = new ArrayList<>();
    for (String event : answered) {
      int count = times.getOrDefault(event, 0);
      if (count != 1) {
        faults.add(event + " was answered and is in the ledger " + count + " times");
      }
    }
    times.forEach(
        (event, count) -> {
          if (count > 1) {
            faults.add(event + " is in the ledger " + count + " times");
          }
        });
    return faults.size() <= MOST_NAMED
        ? faults
        : List.of(faults.size() + " faults, for example " + faults.subList(0, MOST_NAMED));
  }
}
