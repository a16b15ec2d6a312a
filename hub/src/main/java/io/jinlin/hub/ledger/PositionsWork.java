package io.jinlin.hub.ledger;

import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.EpochRange;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for positions, in order with the deliveries. */
final class PositionsWork implements Work {
  private static final Logger LOG = LoggerFactory.getLogger(PositionsWork.class);

  private final String device;
  private final List<EpochRange> epochs;
  private final Consumer<List<Ack.Position>> answer;
  private List<Ack.Position> positions = List.of();

  PositionsWork(String device, List<EpochRange> epochs, Consumer<List<Ack.Position>> answer) {
    this.device = device;
    this.epochs = epochs;
    this.answer = answer;
  }

  @Override
  public void run(Books books) throws SQLException {
    positions = books.positions(device, epochs);
  }

  @Override
  public void committed() {
    answer.accept(positions);
  }

  /** No answer: the device says Hello again. */
  @Override
  public void failed(Exception cause) {
    LOG.warn("no positions for {}", device);
  }
}
