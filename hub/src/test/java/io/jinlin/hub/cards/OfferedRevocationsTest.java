package io.jinlin.hub.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.hub.ledger.Committed;
import io.jinlin.hub.ledger.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How it ends for a hub that was rolled back with its journal: deploy/e2e SimulationTest. */
class OfferedRevocationsTest {
  private final Random random = new Random(1);
  private final List<String> revoked = new ArrayList<>();
  private final List<String> held = new ArrayList<>();
  private boolean diskFull;
  private final OfferedRevocations offers =
      new OfferedRevocations(
          (card, device) -> {
            revoked.add(device + " " + card.text());
            return diskFull
                ? CompletableFuture.failedFuture(new IllegalStateException("disk full"))
                : CompletableFuture.completedFuture(1);
          },
          (device, problem) -> held.add(device + " " + problem));

  private CardRef card() {
    return CardCode.random(random).keys("jinlin").ref();
  }

  private void commit(String device, Fact fact) {
    EventId id = new EventId(device, "epoch1", 1);
    Recorded recorded = new Recorded(id, 0, 0, fact, Optional.empty(), false, false);
    offers.accept(new Committed(List.of(recorded), false));
  }

  private CardRef offer(String device, CardRef card) {
    commit(device, new Fact.RevocationHeld("hall", card));
    return card;
  }

  @Test
  void anOfferedCardIsRevokedAndStaffSeeWhoToldOfIt() {
    CardRef dead = offer("kiosk-1", card());
    commit("kiosk-1", new Fact.Departure("hall", card(), Input.CAMERA));

    assertThat(revoked).containsExactly("kiosk-1 " + dead.text());
    assertThat(held).containsExactly("kiosk-1 " + OfferedRevocations.TAKEN);
  }

  @Test
  void whatCouldNotBeWrittenIsTakenWhenItIsOfferedAgain() {
    diskFull = true;
    CardRef dead = offer("kiosk-1", card());
    assertThat(held).isEmpty();

    diskFull = false;
    offer("kiosk-1", dead);
    assertThat(revoked).hasSize(2);
    assertThat(held).containsExactly("kiosk-1 " + OfferedRevocations.TAKEN);
  }

  @Test
  void aStolenDeviceCannotKillEveryCard() {
    for (int i = 0; i < OfferedRevocations.MAX_OF_DEVICE; i++) {
      CardRef dead = card();
      offer("stolen", dead);
      offer("stolen", dead);
    }
    revoked.clear();
    held.clear();
    offer("stolen", card());
    assertThat(revoked).isEmpty();
    assertThat(held).containsExactly("stolen " + OfferedRevocations.TOO_MANY);

    offer("honest", card());
    assertThat(revoked).hasSize(1);
  }
}
