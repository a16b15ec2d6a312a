package io.jinlin.edge.uplink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Makes the sockets of one link; Paho asks for an unconnected one and connects it. */
final class HubSockets extends SocketFactory {
  private final Optional<SSLSocketFactory> tls;
  private final CountDownLatch written = new CountDownLatch(1);

  HubSockets(Optional<SSLSocketFactory> tls) {
    this.tls = tls;
  }

  /** Waits until Paho has started all of its threads or given up, but not for long. */
  void awaitStarted() {
    try {
      written.await(HubSocket.HOLD_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Socket createSocket() {
    return new HubSocket(tls, written);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unused();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unused();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unused();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unused();
  }

  private static IOException unused() {
    return new IOException("only unconnected sockets are made here");
  }
}
