package io.jinlin.contract.page;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Fact;
import java.util.List;

/**
 * What a kiosk may know of a card while it is in front of the reader. Tier, programme and category
 * never enter it.
 *
 * @param name masked, as shown: surname and one star (王*)
 * @param voice how to address aloud, surname and title (王奶奶); empty for no name
 * @param kind whose card
 * @param language in which to speak, a BCP 47 tag: {@code zh}, {@code nan}, {@code en}
 * @param enrolled series of sessions the person is enrolled in, at most {@value #MAX_ENROLLED}
 * @param collects cards of the children this adult may collect
 */
public record RosterEntry(
    String name,
    String voice,
    Kind kind,
    String language,
    List<String> enrolled,
    List<CardRef> collects) {
  /** Most series in one entry: what fits the sealed size. */
  public static final int MAX_ENROLLED = 8;

  /** Longest name or form of address, in characters. */
  public static final int MAX_NAME_LENGTH = 12;

  /** Whose card. */
  public enum Kind {
    RESIDENT,
    CHILD,
    STAFF,
    GUEST
  }

  public RosterEntry {
    Check.note("name", name);
    Check.range("name", name.length(), 1, MAX_NAME_LENGTH);
    Check.range("voice", voice.length(), 0, MAX_NAME_LENGTH);
    Check.range("language", language.length(), 2, 8);
    Check.range("enrolled", enrolled.size(), 0, MAX_ENROLLED);
    Check.range("collects", collects.size(), 0, Fact.MAX_CHILDREN);
    enrolled.forEach(series -> Check.id("series", series));
    enrolled = List.copyOf(enrolled);
    collects = List.copyOf(collects);
  }
}
