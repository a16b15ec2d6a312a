package io.jinlin.edge.outbox;

import java.nio.file.Path;

/** Another process, or another part of this one, has the outbox open. */
public final class OutboxInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutboxInUseException(Path file) {
    super(file + " is in use by another edge agent or kiosk; stop that one first");
  }
}
