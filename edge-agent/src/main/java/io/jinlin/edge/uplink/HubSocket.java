package io.jinlin.edge.uplink;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the hub, with TLS inside where a key is pinned, on which nothing is read before
 * something was written.
 *
 * <p>Paho 1.2.5 starts its receiver, then waits in a loop that nothing ends until it sees the
 * receiver run; a peer that accepts and drops at once stops the receiver before it is seen, and
 * each such attempt leaves a thread behind. Its first write comes after all of its threads were
 * seen, so holding the first read back until then closes that gap.
 */
final class HubSocket extends Socket {
  /** How long the first read is held back at most, in milliseconds. */
  static final long HOLD_MS = 2_000;

  private final Optional<SSLSocketFactory> tls;
  private final CountDownLatch written;
  private @Nullable SSLSocket secured;

  HubSocket(Optional<SSLSocketFactory> tls, CountDownLatch written) {
    this.tls = tls;
    this.written = written;
  }

  @Override
  public void connect(SocketAddress address, int timeoutMillis) throws IOException {
    try {
      super.connect(address, timeoutMillis);
      if (tls.isPresent() && address instanceof InetSocketAddress peer) {
        setSoTimeout(timeoutMillis);
        SSLSocket inside =
            (SSLSocket) tls.get().createSocket(this, peer.getHostString(), peer.getPort(), true);
        inside.startHandshake();
        secured = inside;
      }
    } catch (IOException failed) {
      written.countDown();
      throw failed;
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    SSLSocket inside = secured;
    if (tls.isPresent() && inside == null) {
      return super.getInputStream();
    }
    return new Held(inside == null ? super.getInputStream() : inside.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    SSLSocket inside = secured;
    if (tls.isPresent() && inside == null) {
      return super.getOutputStream();
    }
    return new Noticed(inside == null ? super.getOutputStream() : inside.getOutputStream());
  }

  private final class Held extends FilterInputStream {
    Held(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      hold();
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      hold();
      return super.read(bytes, offset, length);
    }

    private void hold() throws IOException {
      try {
        if (!written.await(HOLD_MS, TimeUnit.MILLISECONDS)) {
          written.countDown();
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", stop);
      }
    }
  }

  private final class Noticed extends FilterOutputStream {
    Noticed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      written.countDown();
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      written.countDown();
      out.write(bytes, offset, length);
    }
  }
}
