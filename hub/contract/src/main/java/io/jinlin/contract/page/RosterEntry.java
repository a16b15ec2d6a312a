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
 * @param fromMillis from when a {@link Kind#DELEGATE} may collect, milliseconds since 1970 UTC; 0
 *     for anybody else
 * @param untilMillis until when, not included; 0 for anybody else
 */
public record RosterEntry(
    String name,
    String voice,
    Kind kind,
    String language,
    List<String> enrolled,
    List<CardRef> collects,
    long fromMillis,
    long untilMillis) {
  /** Most series in one entry: what fits the sealed size. */
  public static final int MAX_ENROLLED = 8;

  /** Longest name or form of address, in characters. */
  public static final int MAX_NAME_LENGTH = 12;

  /** Whose card. */
  public enum Kind {
    RESIDENT,
    CHILD,
    STAFF,
    GUEST,
    /** 临时代接码: a code for one adult to collect children once; nobody's card for anything else. */
    DELEGATE
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
    boolean delegate = kind == Kind.DELEGATE;
    if (delegate != (untilMillis > 0) || fromMillis < 0 || fromMillis > untilMillis) {
      throw new IllegalArgumentException("kind and time of an entry do not agree");
    }
    if (delegate && !enrolled.isEmpty()) {
      throw new IllegalArgumentException("a delegate attends nothing");
    }
  }

  /** An entry that holds as long as its card lives. */
  public RosterEntry(
      String name,
      String voice,
      Kind kind,
      String language,
      List<String> enrolled,
      List<CardRef> collects) {
    this(name, voice, kind, language, enrolled, collects, 0, 0);
  }

  /** Whether it is a delegate's code, which opens a collection and nothing else. */
  public boolean isDelegate() {
    return kind == Kind.DELEGATE;
  }
}
