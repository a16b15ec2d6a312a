package io.jinlin.kiosk.reader;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a terminal device so that it only carries bytes. As Linux opens it, a serial port would send
 * every code back to the scanner as an echo, take control characters for commands, and wait for a
 * modem's carrier.
 */
final class SerialLine {
  private static final Logger LOG = LoggerFactory.getLogger(SerialLine.class);
  private static final String DEVICES = "/dev/tty";
  private static final long STTY_MS = 2_000;

  private SerialLine() {}

  /** Does nothing to what is no terminal; a failure is logged and the device is used as it is. */
  static void prepare(Path path) {
    try {
      if (!path.toRealPath().toString().startsWith(DEVICES)) {
        return;
      }
      Process stty =
          new ProcessBuilder("stty", "-F", path.toString(), "raw", "-echo", "clocal")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      if (!stty.waitFor(STTY_MS, TimeUnit.MILLISECONDS)) {
        stty.destroyForcibly();
      }
    } catch (IOException notThere) {
      LOG.debug("{} is used as it is: {}", path, notThere.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
