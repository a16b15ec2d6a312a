package io.jinlin.edge.outbox;

/** A row that was readable in a damaged file. */
record SalvagedRow(String epoch, long seq, byte[] body) {}
