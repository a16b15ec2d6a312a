package io.jinlin.hub.attendance;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.collection.Ban;
import io.jinlin.hub.collection.Collector;
import io.jinlin.hub.collection.Standing;
import java.util.List;

/**
 * What happens at the door of the school today: adults the teacher may hand children to, and those
 * who were refused and whom nobody has seen to yet.
 */
public record Pickups(List<HandOver> handOvers, List<Refused> refused) {
  public Pickups {
    handOvers = List.copyOf(handOvers);
    refused = List.copyOf(refused);
  }

  /**
   * An adult who came, and the children that are still here and may be handed to this adult.
   *
   * @param event the collection, by which a hand-over is pressed
   */
  public record HandOver(
      EventId event,
      String place,
      Occasion occasion,
      Collector adult,
      long atMillis,
      List<Child> children) {
    public HandOver {
      children = List.copyOf(children);
    }
  }

  /**
   * A child that is asked for.
   *
   * @param ref its card, as the kiosk named it
   * @param relation of the adult: an identifier, or the words on a code
   * @param seen whether the child was checked in today
   * @param bans who must not collect it: the teacher reads them before the press
   */
  public record Child(
      CardRef ref, long person, String name, String relation, boolean seen, List<Ban> bans) {
    public Child {
      bans = List.copyOf(bans);
    }

    /** Without the name. */
    @Override
    public String toString() {
      return "Child[" + person + "]";
    }
  }

  /**
   * An adult who was refused.
   *
   * @param event the newest of this card
   * @param why never said by the kiosk
   * @param children names of those that were asked for, as far as that is known
   * @param times how often since somebody last saw to it
   */
  public record Refused(
      EventId event,
      String place,
      Collector adult,
      Standing why,
      long atMillis,
      List<String> children,
      int times) {
    public Refused {
      children = List.copyOf(children);
    }

    /** Without names. */
    @Override
    public String toString() {
      return "Refused[" + why + "]";
    }
  }
}
