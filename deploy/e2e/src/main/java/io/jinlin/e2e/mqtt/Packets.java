package io.jinlin.e2e.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The packets of MQTT 3.1.1 (OASIS standard, 2014) that a publisher needs. */
final class Packets {
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBACK = 9;

  private static final int PROTOCOL_LEVEL = 4;
  private static final int CLEAN_USER_PASSWORD = 0xc2;
  private static final int MAX_LENGTH_BYTES = 4;

  private Packets() {}

  static byte[] connect(String clientId, String user, String password) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    text(body, "MQTT");
    body.writeByte(PROTOCOL_LEVEL);
    body.writeByte(CLEAN_USER_PASSWORD);
    body.writeShort(0);
    text(body, clientId);
    text(body, user);
    text(body, password);
    return packet(0x10, bytes.toByteArray());
  }

  static byte[] subscribe(int id, String filter) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeShort(id);
    text(body, filter);
    body.writeByte(0);
    return packet(0x82, bytes.toByteArray());
  }

  static byte[] publish(int id, String topic, byte[] payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    text(body, topic);
    body.writeShort(id);
    body.write(payload);
    return packet(0x32, bytes.toByteArray());
  }

  static byte[] acknowledge(int id) {
    return new byte[] {0x40, 2, (byte) (id >> Byte.SIZE), (byte) id};
  }

  static byte[] disconnect() {
    return new byte[] {(byte) 0xe0, 0};
  }

  private static byte[] packet(int type, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(type);
    int rest = body.length;
    do {
      int digit = rest & 0x7f;
      rest >>>= 7;
      bytes.write(rest > 0 ? digit | 0x80 : digit);
    } while (rest > 0);
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream body, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    body.writeShort(utf8.length);
    body.write(utf8);
  }

  /** One packet that came in. */
  record Incoming(int type, int flags, byte[] body) {
    int id(int at) {
      return (body[at] & 0xff) << Byte.SIZE | body[at + 1] & 0xff;
    }

    int topicLength() {
      return id(0);
    }

    boolean wantsAcknowledgement() {
      return (flags & 6) != 0;
    }
  }

  static Incoming read(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    int length = 0;
    for (int i = 0; i < MAX_LENGTH_BYTES; i++) {
      int digit = in.readUnsignedByte();
      length |= (digit & 0x7f) << (7 * i);
      if (digit < 0x80) {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
          throw new EOFException("cut packet");
        }
        return new Incoming(first >> 4, first & 0xf, body);
      }
    }
    throw new IOException("packet length");
  }
}
