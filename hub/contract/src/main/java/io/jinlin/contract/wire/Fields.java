package io.jinlin.contract.wire;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.WordTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read by name. Unknown fields are ignored. The first field that is
 * missing or wrong is remembered and a placeholder returned, so that a codec reads like the record
 * it fills; what it made is thrown away then. No content ever enters a refusal.
 */
public final class Fields {
  private static final CardRef NO_REF = new CardRef(0, 0);
  private static final Occasion NO_OCCASION =
      new Occasion(Occasion.Kind.VISIT, "none", LocalDate.EPOCH.withYear(2000));

  private final JsonObject object;
  private final Problem problem;

  private Fields(JsonObject object, Problem problem) {
    this.object = object;
    this.problem = problem;
  }

  private static final class Problem {
    private Decoded.@Nullable Refused<?> first;

    void note(Refusal refusal, String detail) {
      if (first == null) {
        first = new Decoded.Refused<>(refusal, detail);
      }
    }
  }

  /** Decodes an object that carries the wire version; see {@link #decode}. */
  public static <T> Decoded<T> decodeMessage(
      byte[] bytes, int offset, int length, Function<Fields, T> reader) {
    return decode(
        bytes,
        offset,
        length,
        Limits.MAX_MESSAGE_BYTES,
        fields -> {
          fields.requireVersion();
          return reader.apply(fields);
        });
  }

  /**
   * Decodes an object.
   *
   * @param most bytes that are looked at; more is refused
   * @param reader makes the value; an {@code IllegalArgumentException} of a record is a refusal
   */
  public static <T> Decoded<T> decode(
      byte[] bytes, int offset, int length, int most, Function<Fields, T> reader) {
    if (length > most) {
      return new Decoded.Refused<>(Refusal.TOO_LARGE, "over " + most + " bytes");
    }
    JsonObject object = JsonObject.parse(bytes, offset, length);
    if (object == null) {
      return new Decoded.Refused<>(Refusal.NOT_JSON, "not one JSON object in UTF-8");
    }
    Problem problem = new Problem();
    try {
      T value = reader.apply(new Fields(object, problem));
      return problem.first == null ? new Decoded.Value<>(value) : refused(problem.first);
    } catch (IllegalArgumentException | DateTimeException outOfBounds) {
      return problem.first == null
          ? new Decoded.Refused<>(Refusal.FIELD_INVALID, String.valueOf(outOfBounds.getMessage()))
          : refused(problem.first);
    }
  }

  private static <T> Decoded<T> refused(Decoded.Refused<?> first) {
    return new Decoded.Refused<>(first.refusal(), first.detail());
  }

  private void requireVersion() {
    Object version = object.get("v");
    if (version == null) {
      problem.note(Refusal.FIELD_MISSING, "v is missing");
    } else if (!version.equals((long) Limits.VERSION)) {
      problem.note(Refusal.WRONG_VERSION, "v is not " + Limits.VERSION);
    }
  }

  /** Whether the field is there. */
  public boolean has(String name) {
    return object.get(name) != null;
  }

  /** Refuses the object. */
  public void refuse(Refusal refusal, String detail) {
    problem.note(refusal, detail);
  }

  /** A text that must be there. */
  public String text(String name) {
    return asText(name, require(name));
  }

  /** A text, or another one when it is absent. */
  public String text(String name, String otherwise) {
    Object value = object.get(name);
    return value == null ? otherwise : asText(name, value);
  }

  /** A text, if it is there. */
  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A whole number that must be there. */
  public long number(String name) {
    return asNumber(name, require(name));
  }

  /** A whole number that must be there, within the bounds of an int. */
  public int integer(String name) {
    return narrow(name, number(name));
  }

  /** A whole number within the bounds of an int, or another one when it is absent. */
  public int integer(String name, int otherwise) {
    return narrow(name, number(name, otherwise));
  }

  /** A whole number, or another one when it is absent. */
  public long number(String name, long otherwise) {
    Object value = object.get(name);
    return value == null ? otherwise : asNumber(name, value);
  }

  /** Yes or no, which must be there. */
  public boolean flag(String name) {
    return require(name) instanceof Boolean flag ? flag : invalid(name, "not true or false", false);
  }

  /** A word of an enumeration that must be there. */
  public <E extends Enum<E>> E word(String name, WordTable<E> words) {
    return word(name, words, Refusal.FIELD_INVALID);
  }

  /** A word of an enumeration that must be there; an unknown one has a refusal of its own. */
  public <E extends Enum<E>> E word(String name, WordTable<E> words, Refusal unknown) {
    Optional<E> found = words.find(text(name));
    if (found.isEmpty()) {
      problem.note(unknown, name + " is a word that this build does not know");
    }
    return found.orElse(words.first());
  }

  /** A word of an enumeration, if it is there. */
  public <E extends Enum<E>> Optional<E> optionalWord(String name, WordTable<E> words) {
    return has(name) ? Optional.of(word(name, words)) : Optional.empty();
  }

  /** A card reference that must be there. */
  public CardRef ref(String name) {
    return parsed(name, text(name), CardRef::parse, NO_REF);
  }

  /** A card reference, if it is there. */
  public Optional<CardRef> optionalRef(String name) {
    return has(name) ? Optional.of(ref(name)) : Optional.empty();
  }

  /** An occasion that must be there. */
  public Occasion occasion(String name) {
    return parsed(name, text(name), Occasion::parse, NO_OCCASION);
  }

  /** An occasion, if it is there. */
  public Optional<Occasion> optionalOccasion(String name) {
    return has(name) ? Optional.of(occasion(name)) : Optional.empty();
  }

  /** A page version that must be there. */
  public Version version(String name) {
    return parsed(name, text(name), Version::parse, Version.NONE);
  }

  /** A text that must be there and that {@code parser} understands. */
  public <T> T parsed(
      String name, String text, Function<String, Optional<T>> parser, T placeholder) {
    return parser.apply(text).orElseGet(() -> invalid(name, "not of its form", placeholder));
  }

  /** A list of card references that must be there. */
  public List<CardRef> refs(String name) {
    return texts(name).stream().map(text -> parsed(name, text, CardRef::parse, NO_REF)).toList();
  }

  /** A list of texts that must be there. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object value : list(name)) {
      texts.add(asText(name, value));
    }
    return texts;
  }

  /** A list of whole numbers within the bounds of an int, which must be there. */
  public List<Integer> integers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (Object value : list(name)) {
      numbers.add(narrow(name, asNumber(name, value)));
    }
    return numbers;
  }

  /** A list of objects that must be there, each made by {@code reader}. */
  public <T> List<T> objects(String name, Function<Fields, T> reader) {
    List<T> objects = new ArrayList<>();
    for (Object value : list(name)) {
      if (value instanceof JsonObject inner) {
        objects.add(reader.apply(new Fields(inner, problem)));
      } else {
        invalid(name, "not a list of objects", name);
      }
    }
    return objects;
  }

  /** An object that must be there; an empty one stands for it when it is wrong. */
  public Fields object(String name) {
    return require(name) instanceof JsonObject inner
        ? new Fields(inner, problem)
        : invalid(name, "not an object", new Fields(JsonObject.EMPTY, problem));
  }

  private List<?> list(String name) {
    return require(name) instanceof List<?> list ? list : invalid(name, "not a list", List.of());
  }

  private Object require(String name) {
    Object value = object.get(name);
    if (value == null) {
      problem.note(Refusal.FIELD_MISSING, name + " is missing");
      return JsonObject.OTHER;
    }
    return value;
  }

  private String asText(String name, Object value) {
    if (!(value instanceof String text)) {
      return invalid(name, "not a text", "");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return wellFormed(name, text);
      }
    }
    return text;
  }

  private String wellFormed(String name, String text) {
    boolean alone = text.codePoints().anyMatch(c -> c <= Character.MAX_VALUE && isHalf(c));
    return alone ? invalid(name, "not Unicode", "") : text;
  }

  private static boolean isHalf(int codePoint) {
    return Character.isSurrogate((char) codePoint);
  }

  private long asNumber(String name, Object value) {
    return value instanceof Long number ? number : invalid(name, "not a whole number", 0L);
  }

  private int narrow(String name, long number) {
    return number == (int) number ? (int) number : invalid(name, "out of bounds", 0);
  }

  private <T> T invalid(String name, String what, T placeholder) {
    problem.note(Refusal.FIELD_INVALID, name + " is " + what);
    return placeholder;
  }
}
