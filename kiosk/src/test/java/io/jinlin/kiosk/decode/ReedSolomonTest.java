package io.jinlin.kiosk.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReedSolomonTest {
  private static final int LENGTH = 44;
  private static final int CHECKS = 22;

  private final Random random = new Random(5);

  private int[] block() {
    int[] block = new int[LENGTH];
    for (int i = 0; i < LENGTH - CHECKS; i++) {
      block[i] = random.nextInt(256);
    }
    new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(block, CHECKS);
    return block;
  }

  private int[] spoil(int[] block, int errors) {
    int[] places = random.ints(0, LENGTH).distinct().limit(errors).toArray();
    for (int place : places) {
      block[place] ^= 1 + random.nextInt(255);
    }
    return places;
  }

  @Test
  void errorsUpToHalfOfTheChecksAreCorrected() {
    for (int errors = 0; errors <= CHECKS / 2; errors++) {
      int[] block = block();
      int[] received = block.clone();
      spoil(received, errors);
      assertThat(ReedSolomon.correct(received, CHECKS, new int[0])).isEqualTo(errors);
      assertThat(received).isEqualTo(block);
    }
  }

  @Test
  void anErasureCostsHalfOfAnError() {
    for (int round = 0; round < 200; round++) {
      int erased = random.nextInt(CHECKS + 1);
      int errors = (CHECKS - erased) / 2;
      int[] block = block();
      int[] received = block.clone();
      int[] known = Arrays.copyOf(spoil(received, erased + errors), erased);
      assertThat(ReedSolomon.correct(received, CHECKS, known)).isEqualTo(errors);
      assertThat(received).isEqualTo(block);
    }
  }

  @Test
  void whatCannotBeCorrectedIsLeftAsItWas() {
    for (int round = 0; round < 100; round++) {
      int[] received = block();
      spoil(received, CHECKS);
      int[] before = received.clone();
      assertThat(ReedSolomon.correct(received, CHECKS, new int[0])).isEqualTo(-1);
      assertThat(received).isEqualTo(before);
    }
  }
}
