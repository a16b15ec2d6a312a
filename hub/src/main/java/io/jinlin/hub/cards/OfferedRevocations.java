package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.hub.ledger.Committed;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.Recorded;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back from devices what a restored hub forgot: a card that a device holds as dead is dead.
 * Deny wins; staff see it at the device and in the card's history, and can give out a new card. A
 * device offers again at each greeting until the hub's list names the card, so an offer that a
 * crash swallowed is not lost.
 */
public final class OfferedRevocations {
  /** What is noted as the reason of such a revocation. */
  public static final String REASON = "held-by-device";

  /** What is held against a device whose offers were taken, until staff have seen it. */
  public static final String TAKEN = "revocations-taken-back";

  /** What is held against a device that offers more than can be true. */
  public static final String TOO_MANY = "too-many-revocations";

  /**
   * Most cards that one device may kill between two starts of the hub: it knows the reference of
   * every card, and a thief with its password must not close the canteen.
   */
  static final int MAX_OF_DEVICE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(OfferedRevocations.class);

  private final Revoker revoker;
  private final BiConsumer<String, String> holdAgainst;
  private final Map<String, Set<CardRef>> taken = new HashMap<>();

  /** Makes a card dead for ever, because a device says that it is; done once it is kept. */
  public interface Revoker {
    CompletableFuture<?> revoke(CardRef card, String device);
  }

  /**
   * Made once.
   *
   * @param holdAgainst told of a device and an identifier of what is noted against it
   */
  public OfferedRevocations(Revoker revoker, BiConsumer<String, String> holdAgainst) {
    this.revoker = revoker;
    this.holdAgainst = holdAgainst;
  }

  /** Revokes in the book, by way of the ledger's journal. */
  public static Revoker into(Ledger ledger, CardBook book, InstantSource clock) {
    return (card, device) -> {
      CardChange change =
          new CardChange(clock.millis(), device, REASON, Optional.of(card), Optional.empty());
      return ledger.write(CardBook.KIND, change.body(), db -> book.apply(db, change));
    };
  }

  /** Looks at what a commit added; on the ledger's thread, and only asks for more work. */
  public void accept(Committed committed) {
    for (Recorded recorded : committed.recorded()) {
      if (recorded.fact() instanceof Fact.RevocationHeld held) {
        take(recorded.event().device(), held);
      }
    }
  }

  private void take(String device, Fact.RevocationHeld held) {
    Set<CardRef> ofDevice = taken.computeIfAbsent(device, none -> new HashSet<>());
    if (ofDevice.contains(held.ref())) {
      // Written already, or about to be: kiosks hear of it a little later than they offer.
      return;
    }
    if (ofDevice.size() == MAX_OF_DEVICE) {
      holdAgainst.accept(device, TOO_MANY);
      return;
    }
    ofDevice.add(held.ref());
    var unused =
        revoker
            .revoke(held.ref(), device)
            .whenComplete(
                (revoked, failed) -> {
                  if (failed == null) {
                    holdAgainst.accept(device, TAKEN);
                  } else {
                    ofDevice.remove(held.ref());
                    LOG.warn(
                        "an offered revocation is not written down; {} offers it again", device);
                  }
                });
  }
}
