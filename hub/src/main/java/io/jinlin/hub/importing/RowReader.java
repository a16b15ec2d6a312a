package io.jinlin.hub.importing;

import io.jinlin.hub.register.Entry;
import io.jinlin.hub.register.Identity;
import io.jinlin.hub.register.IdentityKey;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Sex;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Understands the cells of a line and remarks on those that cannot be. */
final class RowReader {
  private static final int MAX_NAME_LENGTH = 40;
  private static final int SHOWN_LENGTH = 24;
  private static final LocalDate FIRST_BORN = LocalDate.of(1900, 1, 1);

  private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
  private final IdentityKey key;
  private final LocalDate today;
  private final List<Remark> remarks;
  private Sheet.Line line = new Sheet.Line(0, List.of(), Map.of());
  private boolean failed;

  /**
   * A reader.
   *
   * @param remarks where remarks go
   */
  RowReader(Map<Field, Integer> columns, IdentityKey key, LocalDate today, List<Remark> remarks) {
    this.columns.putAll(columns);
    this.key = key;
    this.today = today;
    this.remarks = remarks;
  }

  /** Reads a line; empty when something in it is wrong, and remarked on. */
  Optional<Row> read(Sheet.Line next) {
    line = next;
    failed = false;
    oddities();
    Optional<Identity> identity = identity();
    Optional<String> digits = cell(Field.IDENTITY).map(RowReader::identityText);
    Optional<Dates.Read> born = date(Field.BORN);
    Optional<Sex> sex = sex();
    if (identity.isPresent() && digits.isPresent()) {
      LocalDate written = Identities.born(digits.get()).orElseThrow();
      if (born.isPresent() && !born.get().day().equals(written)) {
        remark(Field.BORN, Remark.Level.WARNING, "born-differs", written.toString());
      }
      born = born.or(() -> Optional.of(new Dates.Read(written, Optional.empty())));
      Sex told = Identities.woman(digits.get()) ? Sex.FEMALE : Sex.MALE;
      if (sex.isPresent() && sex.get() != told) {
        error(Field.SEX, "sex-differs", "");
      }
      sex = sex.or(() -> Optional.of(told));
    }
    born.ifPresent(read -> checkBorn(read.day()));
    Optional<LocalDate> died = date(Field.DIED).map(Dates.Read::day);
    if (died.isPresent() && (died.get().isAfter(today) || before(died.get(), born))) {
      error(Field.DIED, "died-impossible", died.get().toString());
    }
    Row row =
        new Row(
            line.number(),
            number(),
            name(),
            sex,
            born.map(Dates.Read::day),
            born.flatMap(Dates.Read::lunar),
            identity,
            value(Field.PHONE, Values::phone, "phone-unclear"),
            door(),
            value(Field.GRID, Values::grid, "grid-unclear"),
            value(Field.LANGUAGE, Values::language, "language-unclear"),
            categories(),
            died);
    return failed ? Optional.empty() : Optional.of(row);
  }

  private static boolean before(LocalDate died, Optional<Dates.Read> born) {
    return born.isPresent() && died.isBefore(born.get().day());
  }

  private void oddities() {
    columns.forEach(
        (field, column) ->
            line.oddity(column)
                .ifPresent(
                    odd -> {
                      switch (odd) {
                        case FORMULA -> remark(field, Remark.Level.WARNING, "formula", "");
                        case BROKEN -> error(field, "formula-broken", "");
                        case LONG -> error(field, "too-long", "");
                      }
                    }));
  }

  private Optional<Identity> identity() {
    Optional<String> text = cell(Field.IDENTITY).map(RowReader::identityText);
    // Our own export shows the end only.
    if (text.isEmpty() || text.get().startsWith("*")) {
      return Optional.empty();
    }
    Optional<String> wrong = Identities.wrong(text.get());
    if (wrong.isPresent()) {
      error(Field.IDENTITY, wrong.get(), "");
      return Optional.empty();
    }
    return Optional.of(key.keep(text.get()));
  }

  private static String identityText(String cell) {
    return Values.plain(cell).replaceAll("[\\s']", "").toUpperCase(java.util.Locale.ROOT);
  }

  private Optional<Sex> sex() {
    return value(Field.SEX, Values::sex, "sex-unclear");
  }

  private void checkBorn(LocalDate born) {
    if (born.isAfter(today) || born.isBefore(FIRST_BORN)) {
      error(Field.BORN, "born-impossible", born.toString());
    }
  }

  private String name() {
    String name = cell(Field.NAME).map(text -> text.replaceAll("\\s+", " ")).orElse("");
    String plain = name.matches("[\\p{IsHan} ]+") ? name.replace(" ", "") : name;
    if (plain.isEmpty()) {
      error(Field.NAME, "name-missing", "");
    } else if (plain.length() > MAX_NAME_LENGTH || plain.matches(".*\\d.*")) {
      error(Field.NAME, "name-unclear", shown(plain));
    }
    return plain;
  }

  private Optional<String> number() {
    Optional<String> number = cell(Field.NUMBER).map(Values::plain);
    if (number.isPresent() && number.get().length() > Entry.MAX_NUMBER_LENGTH) {
      error(Field.NUMBER, "too-long", "");
      return Optional.empty();
    }
    return number;
  }

  private Optional<Values.Door> door() {
    Optional<Values.Door> whole = value(Field.ADDRESS, Values::door, "address-unclear");
    if (whole.isPresent() || !columns.containsKey(Field.ROOM)) {
      return whole;
    }
    List<Optional<String>> parts =
        List.of(cell(Field.PHASE), cell(Field.BLOCK), cell(Field.STAIR), cell(Field.ROOM));
    if (parts.stream().allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    int[] n = parts.stream().mapToInt(part -> part.map(Values::number).orElse(0)).toArray();
    Values.Door door = new Values.Door(n[0], n[1], n[2], n[3]);
    if (!door.isPossible() || n[0] > 9 || n[1] > 99 || n[2] > 9) {
      error(Field.ROOM, "address-unclear", "");
      return Optional.empty();
    }
    return Optional.of(door);
  }

  private Optional<Set<Category.Kind>> categories() {
    if (!columns.containsKey(Field.CATEGORIES)) {
      return Optional.empty();
    }
    String text = line.cell(columns.get(Field.CATEGORIES));
    Optional<Set<Category.Kind>> kinds = Values.categories(text);
    if (kinds.isEmpty()) {
      error(Field.CATEGORIES, "category-unclear", shown(text));
    }
    return kinds;
  }

  private Optional<Dates.Read> date(Field field) {
    Optional<String> text = cell(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Dates.read(text.get()));
    } catch (Dates.NoDate e) {
      error(field, e.code(), shown(text.get()));
      return Optional.empty();
    }
  }

  private <T> Optional<T> value(Field field, Function<String, Optional<T>> reading, String code) {
    Optional<String> text = cell(field);
    Optional<T> value = text.flatMap(reading);
    if (text.isPresent() && value.isEmpty()) {
      error(field, code, shown(text.get()));
    }
    return value;
  }

  private Optional<String> cell(Field field) {
    Integer column = columns.get(field);
    if (column == null) {
      return Optional.empty();
    }
    return Optional.of(line.cell(column)).filter(text -> !Values.isNothing(text));
  }

  private static String shown(String text) {
    return text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) + "…" : text;
  }

  private void error(Field field, String code, String detail) {
    failed = true;
    remark(field, Remark.Level.ERROR, code, detail);
  }

  private void remark(Field field, Remark.Level level, String code, String detail) {
    remarks.add(new Remark(line.number(), field.header(), level, code, detail));
  }
}
