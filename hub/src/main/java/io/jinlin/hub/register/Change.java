package io.jinlin.hub.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.PersonState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of the register, as the journal keeps it. An import is too large for one entry of the
 * journal: its parts do nothing by themselves, the last step makes all of them true at once.
 */
public sealed interface Change {
  /** Some of the rows of an import, from 0. */
  record Part(String id, int part, List<Household> households, List<Entry> entries)
      implements Change {
    public Part {
      households = List.copyOf(households);
      entries = List.copyOf(entries);
    }
  }

  /**
   * All parts are there: they hold from now on.
   *
   * @param file name of the file that was imported
   * @param day of the site, from which categories begin and end
   */
  record Imported(String id, int parts, long atMillis, String account, String file, LocalDate day)
      implements Change {}

  /** An import is taken back. */
  record Undone(String id, long atMillis, String account, LocalDate day) implements Change {}

  /** Whether a person is here changed. */
  record Moved(PersonState state) implements Change {}

  /** People stand otherwise with a series from a day on. */
  record Enrolled(
      String series, LocalDate day, long atMillis, String account, List<EnrolmentStep> steps)
      implements Change {
    public Enrolled {
      steps = List.copyOf(steps);
    }
  }

  /** As the journal keeps it. */
  default byte[] body() {
    ObjectNode body = new JsonMapper().createObjectNode();
    if (this instanceof Part part) {
      body.put("what", "part").put("id", part.id()).put("part", part.part());
      ArrayNode homes = body.putArray("households");
      part.households().forEach(home -> homes.add(EntryCodec.encode(home)));
      ArrayNode entries = body.putArray("entries");
      part.entries().forEach(entry -> entries.add(EntryCodec.encode(entry)));
    } else if (this instanceof Imported done) {
      body.put("what", "imported").put("id", done.id()).put("parts", done.parts());
      body.put("at", done.atMillis()).put("account", done.account()).put("file", done.file());
      body.put("day", done.day().toString());
    } else if (this instanceof Undone undone) {
      body.put("what", "undone").put("id", undone.id()).put("at", undone.atMillis());
      body.put("account", undone.account()).put("day", undone.day().toString());
    } else if (this instanceof Moved moved) {
      PersonState state = moved.state();
      body.put("what", "state").put("person", state.person());
      body.put("state", Words.of(state.state())).put("day", state.day().toString());
      body.put("known", state.known().toString());
      body.put("at", state.atMillis()).put("account", state.account());
    } else if (this instanceof Enrolled enrolled) {
      body.put("what", "enrolled").put("series", enrolled.series());
      body.put("day", enrolled.day().toString());
      body.put("at", enrolled.atMillis()).put("account", enrolled.account());
      ArrayNode steps = body.putArray("steps");
      for (EnrolmentStep step : enrolled.steps()) {
        steps.addObject().put("person", step.person()).put("to", Words.of(step.to()));
      }
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Change of(byte[] body) {
    JsonNode read = EntryCodec.read(new String(body, StandardCharsets.UTF_8));
    String id = read.path("id").asText();
    return switch (read.path("what").asText()) {
      case "part" -> {
        List<Household> homes = new ArrayList<>();
        read.path("households").forEach(home -> homes.add(EntryCodec.household(home)));
        List<Entry> entries = new ArrayList<>();
        read.path("entries").forEach(entry -> entries.add(EntryCodec.decode(entry)));
        yield new Part(id, read.path("part").asInt(), homes, entries);
      }
      case "imported" ->
          new Imported(
              id,
              read.path("parts").asInt(),
              read.path("at").asLong(),
              read.path("account").asText(),
              read.path("file").asText(),
              LocalDate.parse(read.path("day").asText()));
      case "undone" ->
          new Undone(
              id,
              read.path("at").asLong(),
              read.path("account").asText(),
              LocalDate.parse(read.path("day").asText()));
      case "state" ->
          new Moved(
              new PersonState(
                  read.path("person").asLong(),
                  Words.of(PersonState.State.class, read.path("state").asText()),
                  LocalDate.parse(read.path("day").asText()),
                  LocalDate.parse(read.path("known").asText()),
                  read.path("at").asLong(),
                  read.path("account").asText()));
      case "enrolled" -> enrolled(read);
      default -> throw new IllegalArgumentException("no change of the register");
    };
  }

  private static Enrolled enrolled(JsonNode read) {
    List<EnrolmentStep> steps = new ArrayList<>();
    for (JsonNode step : read.path("steps")) {
      EnrolmentStep.To to = Words.of(EnrolmentStep.To.class, step.path("to").asText());
      steps.add(new EnrolmentStep(step.path("person").asLong(), to));
    }
    return new Enrolled(
        read.path("series").asText(),
        LocalDate.parse(read.path("day").asText()),
        read.path("at").asLong(),
        read.path("account").asText(),
        steps);
  }
}
