package io.jinlin.hub.register;

import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.residents.PersonState;
import java.util.concurrent.CompletableFuture;

/** Changes of one person; each is done once it is in both files. */
public final class PersonDesk {
  private final Ledger ledger;
  private final RegisterBook book;
  private final Runnable changed;

  /**
   * A desk.
   *
   * @param changed told after each change of who is known
   */
  public PersonDesk(Ledger ledger, RegisterBook book, Runnable changed) {
    this.ledger = ledger;
    this.book = book;
    this.changed = changed;
  }

  /** Enters whether a person who is known is here; a card of somebody who is not dies. */
  public CompletableFuture<PersonState> enter(PersonState state) {
    Change change = new Change.Moved(state);
    return ledger
        .write(RegisterBook.KIND, change.body(), db -> book.apply(db, change, done -> {}))
        .thenApply(
            done -> {
              changed.run();
              return state;
            });
  }
}
