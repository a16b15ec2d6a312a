package io.jinlin.hub.importing;

import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.register.Change;
import io.jinlin.hub.register.Entry;
import io.jinlin.hub.register.IdentityKey;
import io.jinlin.hub.register.Import;
import io.jinlin.hub.register.Register;
import io.jinlin.hub.register.RegisterBook;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.RandomId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lists of residents: a file is read and kept in memory, what it would change is shown as
 * often as wanted, and then it is all changed or nothing. One import at a time. The methods look
 * into the database and may wait for it.
 */
public final class ImportDesk {
  /** Largest file, in bytes; 14,000 residents are about 1.5 MB. */
  public static final long MAX_FILE_BYTES = 16L << 20;

  /** Most remarks that are shown. */
  public static final int MAX_REMARKS = 500;

  /** Most imports in the list. */
  public static final int MAX_IMPORTS = 50;

  private static final int MAX_NAME_LENGTH = 80;

  /** 80 entries of at most 700 bytes are less than an entry of the journal. */
  private static final int ENTRIES_OF_PART = 80;

  private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);

  /**
   * What the desk works with.
   *
   * @param random a cryptographic source
   * @param changed told after each change of who is known
   */
  public record Parts(
      Database database,
      Ledger ledger,
      RegisterBook book,
      IdentityKey key,
      InstantSource clock,
      ZoneId zone,
      RandomGenerator random,
      Runnable changed) {}

  /** A column: its header, what it is taken for, the first contents. */
  public record Column(String header, Optional<Field> field, List<String> samples) {}

  /** A file that was read. */
  public record Preview(
      String draft,
      String file,
      String sheet,
      String encoding,
      List<String> otherSheets,
      int headerLine,
      int lines,
      List<Column> columns) {}

  /** What an import would do. */
  public record Check(
      int lines,
      int created,
      int changed,
      int same,
      int households,
      int failedLines,
      int warnings,
      List<Remark> remarks) {}

  /** An import or undo that goes on by itself, and of how many people it is. */
  public record Begun(String id, int people) {}

  /** How far the import or undo is that runs, or ran last. */
  public record Progress(String id, String file, State state, int done, int total) {
    /** Where it is. */
    public enum State {
      RUNNING,
      DONE,
      FAILED
    }
  }

  private final Parts parts;
  private final Drafts drafts;
  private volatile Optional<Progress> progress = Optional.empty();

  /** Opens the desk, after the journal was replayed. */
  public ImportDesk(Parts parts) {
    this.parts = parts;
    this.drafts = new Drafts(parts.clock());
  }

  /** Reads a file and keeps it for half an hour. */
  public Preview open(String account, String file, byte[] content) throws ImportRefused {
    String name = file.length() > MAX_NAME_LENGTH ? file.substring(0, MAX_NAME_LENGTH) : file;
    List<Sheet> sheets = SheetReader.read(content);
    Draft draft =
        Draft.of(RandomId.next(parts.random()), account, name, parts.clock().millis(), sheets);
    if (draft.body().isEmpty()) {
      throw new ImportRefused("import-empty");
    }
    drafts.keep(draft);
    return draft.preview();
  }

  /** What a file would change, with these columns. */
  public Check check(String account, String draft, List<Optional<Field>> columns)
      throws ImportRefused {
    Plan plan = plan(drafts.of(account, draft), columns);
    return new Check(
        plan.lines(),
        plan.created(),
        plan.changed(),
        plan.same(),
        plan.households().size(),
        plan.failedLines(),
        plan.warnings(),
        plan.remarks().stream().limit(MAX_REMARKS).toList());
  }

  private Plan plan(Draft draft, List<Optional<Field>> chosen) throws ImportRefused {
    Map<Field, Integer> columns = draft.columns(chosen);
    List<Remark> remarks = new ArrayList<>(draft.merged(columns));
    Set<Integer> unreadable = remarks.stream().map(Remark::line).collect(Collectors.toSet());
    RowReader reader = new RowReader(columns, parts.key(), today(), remarks);
    List<Row> rows = new ArrayList<>();
    for (Sheet.Line line : draft.body()) {
      if (!unreadable.contains(line.number())) {
        reader.read(line).ifPresent(rows::add);
      }
    }
    Known known = parts.database().read(db -> Known.load(db, today()));
    return new Planner(known, rows, remarks).plan(rows, draft.body().size());
  }

  /**
   * Begins an import; it goes on by itself and {@link #progress} tells how far.
   *
   * @param skip that lines with errors are left out; without it, one error stops everything
   * @return its id and of how many people it is
   */
  public synchronized Begun begin(
      String account, String draftId, List<Optional<Field>> columns, boolean skip)
      throws ImportRefused {
    checkIdle();
    Draft draft = drafts.of(account, draftId);
    Plan plan = plan(draft, columns);
    if (plan.failedLines() > 0 && !skip) {
      throw new ImportRefused("import-has-errors", String.valueOf(plan.failedLines()));
    }
    if (plan.entries().isEmpty()) {
      throw new ImportRefused("import-nothing");
    }
    String id = RandomId.next(parts.random());
    int total = plan.entries().size();
    progress(new Progress(id, draft.file(), Progress.State.RUNNING, 0, total));
    List<Change.Part> changes = parts(id, plan);
    parts.ledger().write(db -> new Register(db).dropUnfinished(id));
    CompletableFuture<?>[] written =
        changes.stream().map(part -> write(part, total)).toArray(CompletableFuture[]::new);
    Change.Imported imported =
        new Change.Imported(
            id, changes.size(), parts.clock().millis(), account, draft.file(), today());
    follow(CompletableFuture.allOf(written).thenCompose(none -> write(imported, total)));
    drafts.forget(draftId);
    return new Begun(id, total);
  }

  private static List<Change.Part> parts(String id, Plan plan) {
    List<Change.Part> changes = new ArrayList<>();
    List<Household> homes = plan.households();
    for (int i = 0; i < homes.size(); i += ENTRIES_OF_PART) {
      List<Household> some = homes.subList(i, Math.min(i + ENTRIES_OF_PART, homes.size()));
      changes.add(new Change.Part(id, changes.size(), some, List.of()));
    }
    List<Entry> entries = plan.entries();
    for (int i = 0; i < entries.size(); i += ENTRIES_OF_PART) {
      List<Entry> some = entries.subList(i, Math.min(i + ENTRIES_OF_PART, entries.size()));
      changes.add(new Change.Part(id, changes.size(), List.of(), some));
    }
    return changes;
  }

  private CompletableFuture<Integer> write(Change change, int total) {
    return parts
        .ledger()
        .write(
            RegisterBook.KIND,
            change.body(),
            db -> parts.book().apply(db, change, done -> advance(done, total)));
  }

  private void advance(int done, int total) {
    progress()
        .ifPresent(now -> progress(new Progress(now.id(), now.file(), now.state(), done, total)));
  }

  private void follow(CompletableFuture<Integer> work) {
    work.whenComplete(
        (done, problem) -> {
          if (problem == null) {
            parts.changed().run();
          } else {
            LOG.error("an import was not carried out", problem);
          }
          Progress.State state = problem == null ? Progress.State.DONE : Progress.State.FAILED;
          progress()
              .ifPresent(
                  now ->
                      progress(
                          new Progress(now.id(), now.file(), state, now.total(), now.total())));
        });
  }

  private void checkIdle() throws ImportRefused {
    if (progress().filter(now -> now.state() == Progress.State.RUNNING).isPresent()) {
      throw new ImportRefused("import-running");
    }
  }

  /**
   * Takes an import back: everybody is as before, who was new is gone. Refused when somebody of it
   * was changed or came in since.
   */
  public synchronized Begun undo(String account, String id) throws ImportRefused {
    checkIdle();
    Import found =
        imports().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new ImportRefused("import-unknown"));
    if (found.undoneMillis().isPresent()) {
      throw new ImportRefused("import-undone");
    }
    List<Long> inTheWay =
        parts.database().read(db -> RegisterBook.inTheWay(db, id, today(), MAX_REMARKS));
    if (!inTheWay.isEmpty()) {
      throw new ImportRefused("import-in-the-way", String.valueOf(inTheWay.size()));
    }
    int total = found.created() + found.changed();
    progress(new Progress(id, found.file(), Progress.State.RUNNING, 0, total));
    Change.Undone undone = new Change.Undone(id, parts.clock().millis(), account, today());
    follow(write(undone, total));
    return new Begun(id, total);
  }

  /** The newest imports. */
  public List<Import> imports() {
    return parts.database().read(db -> new Register(db).imports(MAX_IMPORTS));
  }

  /** How far the import is that runs, or that ran last since the hub's start. */
  public Optional<Progress> progress() {
    return progress;
  }

  private void progress(Progress now) {
    progress = Optional.of(now);
  }

  /** Everybody as a file that can be imported again. */
  public byte[] export(boolean workbook) {
    return parts.database().read(db -> PeopleFile.write(db, today(), workbook));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), parts.zone());
  }
}
