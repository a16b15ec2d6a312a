package io.jinlin.kiosk.printer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A connection for one slip. Closing it from another thread ends whatever waits in it. */
interface PrinterLink extends AutoCloseable {
  /** How long a connection may take, in milliseconds. */
  int CONNECT_MS = 1_500;

  /** How long an answer may take, in milliseconds. */
  int ANSWER_MS = 1_000;

  void write(byte[] bytes) throws IOException;

  /** One byte; waits for it. */
  int read() throws IOException;

  @Override
  void close() throws IOException;

  static PrinterLink open(PrinterSettings.Port port) throws IOException {
    if (port instanceof PrinterSettings.Port.Network network) {
      return new Network(network.host(), network.port());
    }
    return new DeviceFile(((PrinterSettings.Port.DeviceFile) port).path());
  }

  /** Raw TCP. */
  final class Network implements PrinterLink {
    private final Socket socket = new Socket();

    Network(String host, int port) throws IOException {
      InetSocketAddress address = new InetSocketAddress(host, port);
      if (address.isUnresolved()) {
        throw new UnknownHostException("no such host");
      }
      try {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MS);
        socket.connect(address, CONNECT_MS);
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    @Override
    public int read() throws IOException {
      int answer = socket.getInputStream().read();
      if (answer < 0) {
        throw new IOException("the printer hung up");
      }
      return answer;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** A USB printer's device file. */
  final class DeviceFile implements PrinterLink {
    private final FileChannel channel;

    DeviceFile(Path path) throws IOException {
      channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    @Override
    public int read() throws IOException {
      ByteBuffer answer = ByteBuffer.allocate(1);
      if (channel.read(answer) < 1) {
        throw new IOException("the printer says nothing");
      }
      return answer.get(0) & 0xff;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
