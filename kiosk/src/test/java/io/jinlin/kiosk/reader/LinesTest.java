package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  private final List<String> got = new ArrayList<>();
  private final Lines lines = new Lines(10, got::add);

  private void feed(String text) {
    lines.accept(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anyLineEndIsOne() {
    feed("a\nb\rc\r\nd\n\n\r\r\ne\nf\tg\t\r\n");
    assertThat(got).containsExactly("a", "b", "c", "d", "e", "f", "g");
  }

  @Test
  void aLineMayComeInPieces() {
    feed("近");
    feed("邻");
    assertThat(got).isEmpty();
    feed("\r");
    assertThat(got).containsExactly("近邻");
  }

  @Test
  void anOverlongLineIsHandedOnOnceOneByteTooLongAndKeepsNoMemory() {
    byte[] block = new byte[1_000_000];
    Arrays.fill(block, (byte) 'x');
    for (int i = 0; i < 50; i++) {
      lines.accept(ByteBuffer.wrap(block));
    }
    feed("\nnext\n");
    assertThat(got).containsExactly("x".repeat(11), "next");
  }
}
