package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A card that was unknown has a person now. */
record AttributeWork(CardRef ref, long person) implements Work {
  private static final Logger LOG = LoggerFactory.getLogger(AttributeWork.class);

  @Override
  public void run(Books books) throws SQLException {
    new Correction(books).attribute(ref, person, books.sources());
  }

  @Override
  public void committed() {
    LOG.debug("attributed the events of card {}", ref);
  }

  /** Tried again at the next start. */
  @Override
  public void failed(Exception cause) {
    LOG.warn("events of card {} are not attributed yet", ref);
  }
}
