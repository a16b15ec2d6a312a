package io.jinlin.edge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Input;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.decide.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two real agents on real files, without a hub and without each other. */
class TwoKiosksTest {
  private static final int PEOPLE = 130;
  private static final int SCANS = 150;
  private static final int DAYS = 3;
  private static final long DAY_MS = 86_400_000;

  @TempDir Path folder;

  /** What was given: the person and kiosk by day and number. */
  private final Map<String, String> given = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_124, 7_777})
  void noNumberIsGivenTwiceByKiosksThatCannotSeeEachOther(long seed) throws IOException {
    Random random = new Random(seed);
    AgentBench[] benches = {bench("a", 100), bench("b", 200)};
    for (int day = 0; day < DAYS; day++) {
      EdgeAgent[] kiosks = {benches[0].open(), benches[1].open()};
      for (int i = 0; i < SCANS; i++) {
        // More people come to the first than it has numbers for.
        int which = random.nextInt(5) == 0 ? 1 : 0;
        if (random.nextInt(20) == 0) {
          kiosks[which].close();
          kiosks[which] = benches[which].open();
        }
        benches[which].machine.advance(1_000 + random.nextInt(20_000));
        take(kiosks[which], which, random.nextInt(PEOPLE), day);
      }
      for (int which = 0; which < 2; which++) {
        kiosks[which].close();
        benches[which].machine.advance(DAY_MS - SCANS * 11_000L);
      }
    }
    assertThat(given).hasSizeGreaterThan(DAYS * PEOPLE / 2);
  }

  private AgentBench bench(String name, int base) throws IOException {
    AgentBench bench = new AgentBench(Files.createDirectory(folder.resolve(name)));
    bench.learn(Service.CLINIC, PEOPLE, base);
    return bench;
  }

  private void take(EdgeAgent kiosk, int which, int person, int day) {
    Verdict verdict = kiosk.present(AgentBench.card(person).text(), Input.LINE);
    if (verdict instanceof Verdict.Choose) {
      verdict = kiosk.choose("pharmacy");
    }
    if (verdict instanceof Verdict.Ticket ticket) {
      assertThat(ticket.number()).isBetween(which == 0 ? 101 : 201, which == 0 ? 199 : 299);
      String whose = person + " at " + which;
      String before = given.putIfAbsent(day + "/" + ticket.number(), whose);
      assertThat(before == null || before.equals(whose))
          .as("number %d: %s and %s", ticket.number(), before, whose)
          .isTrue();
    } else {
      assertThat(verdict).isEqualTo(new Verdict.SeeStaff());
    }
  }
}
