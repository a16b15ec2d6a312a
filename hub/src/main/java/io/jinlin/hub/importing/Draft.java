package io.jinlin.hub.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that was read and waits for somebody to say what its columns are.
 *
 * @param account of whoever sent it; nobody else sees it
 * @param header index of the header among the sheet's lines
 * @param proposed a field for each column whose header says so
 */
record Draft(
    String id,
    String account,
    String file,
    long atMillis,
    Sheet sheet,
    List<String> otherSheets,
    int header,
    List<Optional<Field>> proposed) {
  /** Lines above the header that are looked through: titles, remarks, dates. */
  private static final int MAX_TITLE_LINES = 20;

  /** A line is a header from so many known names on. */
  private static final int MIN_KNOWN = 2;

  /** Contents of a column that are shown. */
  private static final int SAMPLES = 3;

  /** Finds the sheet and line with the header. */
  static Draft of(String id, String account, String file, long atMillis, List<Sheet> sheets)
      throws ImportRefused {
    for (Sheet sheet : sheets) {
      for (int i = 0; i < Math.min(sheet.lines().size(), MAX_TITLE_LINES); i++) {
        List<Optional<Field>> fields = fields(sheet.lines().get(i).cells());
        long found = fields.stream().filter(Optional::isPresent).count();
        if (found >= MIN_KNOWN && fields.contains(Optional.of(Field.NAME))) {
          List<String> others = new ArrayList<>();
          sheets.forEach(one -> others.add(one.name()));
          others.remove(sheet.name());
          return new Draft(id, account, file, atMillis, sheet, others, i, fields);
        }
      }
    }
    throw new ImportRefused("import-no-header");
  }

  /** Each field at most once: the first column that is called so. */
  private static List<Optional<Field>> fields(List<String> headers) {
    List<Optional<Field>> fields = new ArrayList<>();
    for (String header : headers) {
      fields.add(Field.of(header).filter(field -> !fields.contains(Optional.of(field))));
    }
    return fields;
  }

  List<String> headers() {
    return sheet.lines().get(header).cells();
  }

  List<Sheet.Line> body() {
    return sheet.lines().subList(header + 1, sheet.lines().size());
  }

  /**
   * Columns by field.
   *
   * @throws ImportRefused when a field is given twice or nobody's name would be known
   */
  Map<Field, Integer> columns(List<Optional<Field>> chosen) throws ImportRefused {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (int i = 0; i < Math.min(chosen.size(), headers().size()); i++) {
      if (chosen.get(i).isPresent() && columns.put(chosen.get(i).get(), i) != null) {
        throw new ImportRefused("import-column-twice", chosen.get(i).get().header());
      }
    }
    if (!columns.containsKey(Field.NAME)) {
      throw new ImportRefused("import-no-name");
    }
    return columns;
  }

  /** What whoever sent it sees first. */
  ImportDesk.Preview preview() {
    List<ImportDesk.Column> columns = new ArrayList<>();
    for (int i = 0; i < headers().size(); i++) {
      int column = i;
      List<String> samples =
          body().stream()
              .map(line -> line.cell(column))
              .filter(cell -> !cell.isEmpty())
              .limit(SAMPLES)
              .toList();
      columns.add(new ImportDesk.Column(headers().get(i), proposed.get(i), samples));
    }
    return new ImportDesk.Preview(
        id,
        file,
        sheet.name(),
        sheet.encoding(),
        otherSheets,
        sheet.lines().get(header).number(),
        body().size(),
        columns);
  }

  /** Of merged cells only the first has a content; whether it holds for the others is unknown. */
  List<Remark> merged(Map<Field, Integer> columns) {
    List<Remark> remarks = new ArrayList<>();
    for (Sheet.Merged merged : sheet.merged()) {
      Optional<Field> field =
          columns.entrySet().stream()
              .filter(one -> one.getValue() >= merged.firstColumn())
              .filter(one -> one.getValue() <= merged.lastColumn())
              .map(Map.Entry::getKey)
              .findFirst();
      for (Sheet.Line line : field.isPresent() ? body() : List.<Sheet.Line>of()) {
        if (line.number() >= merged.firstLine() && line.number() <= merged.lastLine()) {
          String column = field.orElseThrow().header();
          remarks.add(
              new Remark(line.number(), column, Remark.Level.ERROR, "merged", merged.range()));
        }
      }
    }
    return remarks;
  }

  /** Without any content. */
  @Override
  public String toString() {
    return "Draft[" + id + "]";
  }
}
