package io.jinlin.hub.ledger;

import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Batch;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** A batch of one device on its way into the ledger. */
public final class Delivery implements Work {
  private final String device;
  private final Batch.Header header;
  private final List<Line> lines;
  private final long receivedMillis;
  private final Consumer<Receipt> answer;
  private Receipt receipt;

  /**
   * Reads the lines on the caller's thread, so that the writer need not.
   *
   * @param device who sent it, as the connection proved
   * @param receivedMillis the hub's wall time
   * @param answer told after the commit, or after its failure, by the ledger's callback executor
   */
  public Delivery(String device, Batch batch, long receivedMillis, Consumer<Receipt> answer) {
    this.device = device;
    this.header = batch.header();
    this.lines = batch.lines().stream().map(Line::fromDevice).toList();
    this.receivedMillis = receivedMillis;
    this.answer = answer;
    this.receipt = receipt(Receipt.Kind.FAILED, 0, 0, Books.Stored.NOTHING);
  }

  private Receipt receipt(Receipt.Kind kind, long position, long backedUp, Books.Stored stored) {
    Ack.Position reached = new Ack.Position(header.epoch(), position, backedUp);
    return new Receipt(kind, reached, stored.rejected(), stored.quarantined());
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public void run(Books books) throws SQLException {
    Source source = books.sources().of(device, header.epoch(), header.boot());
    books.learnOffset(source, header.offsetMillis());
    if (!books.reaches(source, header, receivedMillis)) {
      receipt =
          receipt(Receipt.Kind.AHEAD, source.position(), source.backedUp(), Books.Stored.NOTHING);
      return;
    }
    Books.Stored stored = books.store(source, header.first(), lines, receivedMillis);
    receipt = receipt(Receipt.Kind.STORED, source.position(), source.backedUp(), stored);
  }

  @Override
  public void committed() {
    answer.accept(receipt);
  }

  @Override
  public void failed(Exception cause) {
    answer.accept(receipt(Receipt.Kind.FAILED, 0, 0, Books.Stored.NOTHING));
  }
}
