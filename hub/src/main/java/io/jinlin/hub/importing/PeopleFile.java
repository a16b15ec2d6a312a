package io.jinlin.hub.importing;

import io.jinlin.hub.register.Entry;
import io.jinlin.hub.register.Register;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.residents.Sex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** All residents as a workbook or as CSV, with the headers that an import knows. */
final class PeopleFile {
  private static final List<Field> FIELDS =
      List.of(
          Field.NUMBER,
          Field.NAME,
          Field.SEX,
          Field.BORN,
          Field.IDENTITY,
          Field.PHONE,
          Field.ADDRESS,
          Field.GRID,
          Field.LANGUAGE,
          Field.CATEGORIES,
          Field.DIED);
  private static final double WIDTH = 16;

  private PeopleFile() {}

  static byte[] write(Connection db, LocalDate day, boolean workbook) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(FIELDS.stream().map(Field::header).toList());
    Map<Long, Household> homes = new HashMap<>();
    new Residents(db).households().forEach(home -> homes.put(home.id(), home));
    for (Entry entry : new Register(db).entries(day)) {
      if (entry.person().role() == Person.Role.RESIDENT) {
        rows.add(row(entry, homes));
      }
    }
    try {
      return workbook ? workbook(rows) : CsvText.of(rows);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<String> row(Entry entry, Map<Long, Household> homes) {
    Person person = entry.person();
    Household home =
        person.household().isPresent() ? homes.get(person.household().getAsLong()) : null;
    String language =
        switch (person.language()) {
          case "nan" -> "闽南话";
          case "en" -> "英语";
          default -> "普通话";
        };
    String born = person.born().toString();
    return List.of(
        entry.number().orElse(Planner.numberOf(person.id())),
        person.name(),
        person.sex() == Sex.FEMALE ? "女" : "男",
        entry.lunar().map(lunar -> Lunars.written(person.born(), lunar)).orElse(born),
        entry.identity().map(identity -> "**************" + identity.end()).orElse(""),
        person.phone().orElse(""),
        home == null ? "" : home.address(),
        home == null ? "" : home.grid(),
        language,
        entry.categories().stream().sorted().map(Values::word).collect(Collectors.joining("、")),
        person.died().map(LocalDate::toString).orElse(""));
  }

  private static byte[] workbook(List<List<String>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Jinlin", null)) {
      Worksheet sheet = book.newWorksheet("居民");
      for (int column = 0; column < FIELDS.size(); column++) {
        sheet.width(column, WIDTH);
        sheet.style(0, column).bold().set();
      }
      sheet.freezePane(0, 1);
      for (int line = 0; line < rows.size(); line++) {
        List<String> row = rows.get(line);
        for (int column = 0; column < row.size(); column++) {
          sheet.value(line, column, row.get(column));
        }
      }
    }
    return out.toByteArray();
  }
}
