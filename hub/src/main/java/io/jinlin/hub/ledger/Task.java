package io.jinlin.hub.ledger;

import io.jinlin.hub.store.SqlWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A change of other tables in the ledger's transaction; its failure undoes only itself. */
final class Task<T> implements JournalledWork {
  private final String kind;
  private final byte @Nullable [] body;
  private final SqlWork<T> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable T value;
  private @Nullable Exception problem;
  private long number;

  /** With a body it is written to the journal first. */
  Task(String kind, byte @Nullable [] body, SqlWork<T> work) {
    this.kind = kind;
    this.body = body;
    this.work = work;
  }

  CompletableFuture<T> answer() {
    return answer;
  }

  boolean journalled() {
    return body != null;
  }

  @Override
  public Journal.Entry entry(long given) {
    number = given;
    return new Journal.Entry(given, kind, body == null ? new byte[0] : body);
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public void run(Books books) throws SQLException {
    Connection db = books.connection();
    Savepoint before = db.setSavepoint();
    try {
      value = work.run(db);
      db.releaseSavepoint(before);
    } catch (SQLException | RuntimeException e) {
      db.rollback(before);
      problem = e;
    }
  }

  @Override
  @SuppressWarnings("NullAway") // a task may answer null, as CompletableFuture allows
  public void committed() {
    if (problem != null) {
      answer.completeExceptionally(problem);
    } else {
      answer.complete(value);
    }
  }

  @Override
  public void failed(Exception cause) {
    answer.completeExceptionally(cause);
  }
}
