package io.jinlin.kiosk.decode;

import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.Version;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * From modules to text: format information, codewords, errors and erasures, text. The corrected
 * modules go to ZXing's decoder, whose guesses of character sets are proven.
 */
final class SymbolText {
  /**
   * Check codewords that must be left over when codewords were taken as erased: with two, a random
   * block passes once in 10^6.
   */
  private static final int SPARE_CHECKS = 2;

  /** What stands for bytes that are no text in the guessed character set. */
  private static final char NO_CHARACTER = '\ufffd';

  /** Bytes as they are, one character each: what holds no text in any guessed set. */
  private static final Map<DecodeHintType, ?> BYTES =
      Map.of(DecodeHintType.CHARACTER_SET, StandardCharsets.ISO_8859_1.name());

  private static final int MAX_VERSION_BITS = 18;

  private final ModuleValues modules;
  private final Version version;
  private final FunctionPatterns patterns;
  private final int[] order;

  /**
   * What was read.
   *
   * @param text of the code
   * @param spent part of the error correction that was used, 0 to 1
   */
  record Outcome(String text, double spent) {}

  private SymbolText(ModuleValues modules, int number) {
    this.modules = modules;
    this.version = Version.getVersionForNumber(number);
    this.patterns = FunctionPatterns.of(number);
    this.order = dataOrder(patterns);
  }

  /** The text in the modules of a code, or empty. */
  static Optional<Outcome> read(ModuleValues modules, boolean erasures) {
    SymbolText text = new SymbolText(modules, (modules.dimension() - 17) / 4);
    Format front = Format.of(modules, false);
    Format behind = Format.of(modules, true);
    boolean turned = behind.agreement() > front.agreement();
    Format format = turned ? behind : front;
    if (format.distance() > Format.MAX_DISTANCE) {
      return Optional.empty();
    }
    return text.decode(format, erasures);
  }

  private Optional<Outcome> decode(Format format, boolean erasures) {
    int total = version.getTotalCodewords();
    int[] codewords = new int[total];
    float[] sureness = new float[total];
    for (int i = 0; i < total; i++) {
      sureness[i] = Float.MAX_VALUE;
      for (int bit = 0; bit < 8; bit++) {
        float darkness = valueAt(order[8 * i + bit], format);
        codewords[i] = codewords[i] << 1 | (darkness > 0 ? 1 : 0);
        sureness[i] = Math.min(sureness[i], Math.abs(darkness));
      }
    }
    int[][] blocks = blocks(format);
    int checks = version.getECBlocksForLevel(format.level()).getECCodewordsPerBlock();
    double spent = 0;
    for (int[] places : blocks) {
      double used = correct(codewords, sureness, places, checks, erasures);
      if (used < 0) {
        return Optional.empty();
      }
      spent = Math.max(spent, used);
    }
    double worst = spent;
    return text(codewords, format).map(text -> new Outcome(text, worst));
  }

  private float valueAt(int place, Format format) {
    int x = place % modules.dimension();
    int y = place / modules.dimension();
    float darkness = format.mirrored() ? modules.darkness(y, x) : modules.darkness(x, y);
    return format.flips(x, y) ? -darkness : darkness;
  }

  /** Corrects one block; the part of its checks that this took, or −1. */
  private static double correct(
      int[] codewords, float[] sureness, int[] places, int checks, boolean erasures) {
    int[] block = IntStream.of(places).map(place -> codewords[place]).toArray();
    int wrong = ReedSolomon.correct(block, checks, new int[0]);
    int cost = 2 * wrong;
    if (wrong < 0 && erasures) {
      int[] doubtful =
          IntStream.range(0, places.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> sureness[places[i]]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int count = 2; wrong < 0 && count <= checks - SPARE_CHECKS; count += 2) {
        int found = ReedSolomon.correct(block, checks, Arrays.copyOf(doubtful, count));
        cost = count + 2 * found;
        wrong = found >= 0 && cost <= checks - SPARE_CHECKS ? found : -1;
        if (wrong < 0 && found >= 0) {
          return -1;
        }
      }
    }
    for (int i = 0; wrong >= 0 && i < places.length; i++) {
      codewords[places[i]] = block[i];
    }
    return wrong < 0 ? -1 : (double) cost / checks;
  }

  /** For each block the places of its codewords in the order in which they stand in the code. */
  private int[][] blocks(Format format) {
    Version.ECBlocks layout = version.getECBlocksForLevel(format.level());
    int checks = layout.getECCodewordsPerBlock();
    int count = layout.getNumBlocks();
    int[] data = new int[count];
    int at = 0;
    for (Version.ECB kind : layout.getECBlocks()) {
      for (int i = 0; i < kind.getCount(); i++) {
        data[at++] = kind.getDataCodewords();
      }
    }
    int[][] places = new int[count][];
    for (int i = 0; i < count; i++) {
      places[i] = new int[data[i] + checks];
    }
    int next = 0;
    for (int i = 0; i < data[count - 1]; i++) {
      for (int block = 0; block < count; block++) {
        if (i < data[block]) {
          places[block][i] = next++;
        }
      }
    }
    for (int i = 0; i < checks; i++) {
      for (int block = 0; block < count; block++) {
        places[block][data[block] + i] = next++;
      }
    }
    return places;
  }

  /** The modules of the codewords, bit by bit (ISO/IEC 18004, 7.7.3). */
  private static int[] dataOrder(FunctionPatterns patterns) {
    int dimension = patterns.dimension();
    int[] order = new int[dimension * dimension];
    int count = 0;
    boolean up = true;
    for (int right = dimension - 1; right > 0; right -= 2) {
      if (right == 6) {
        right--;
      }
      for (int i = 0; i < dimension; i++) {
        int y = up ? dimension - 1 - i : i;
        for (int x = right; x > right - 2; x--) {
          if (!patterns.isFunction(x, y)) {
            order[count++] = y * dimension + x;
          }
        }
      }
      up = !up;
    }
    return Arrays.copyOf(order, count);
  }

  private Optional<String> text(int[] codewords, Format format) {
    int dimension = modules.dimension();
    BitMatrix bits = new BitMatrix(dimension);
    for (int i = 0; i < codewords.length * 8; i++) {
      boolean one = (codewords[i / 8] >> 7 - i % 8 & 1) == 1;
      int x = order[i] % dimension;
      int y = order[i] / dimension;
      if (one != format.flips(x, y)) {
        bits.set(x, y);
      }
    }
    for (int bit = 0; bit < Format.BITS; bit++) {
      if ((format.code() >> 14 - bit & 1) == 1) {
        bits.set(Format.firstX(bit), Format.firstY(bit));
        bits.set(Format.secondX(bit, dimension), Format.secondY(bit, dimension));
      }
    }
    writeVersion(bits);
    try {
      String text = new Decoder().decode(bits.clone()).getText();
      boolean guessedWrong = text.indexOf(NO_CHARACTER) >= 0;
      return Optional.of(guessedWrong ? new Decoder().decode(bits, BYTES).getText() : text);
    } catch (FormatException | ChecksumException | RuntimeException noText) {
      // Corrected, but not a stream of characters: ZXing has its own exceptions and plain ones.
      return Optional.empty();
    }
  }

  private void writeVersion(BitMatrix bits) {
    int number = version.getVersionNumber();
    if (number < 7) {
      return;
    }
    int rest = number << 12;
    for (int bit = MAX_VERSION_BITS - 1; bit >= 12; bit--) {
      if ((rest >> bit & 1) != 0) {
        rest ^= 0x1f25 << bit - 12;
      }
    }
    int code = number << 12 | rest;
    for (int i = 0; i < MAX_VERSION_BITS; i++) {
      if ((code >> i & 1) == 1) {
        int far = modules.dimension() - 11 + i % 3;
        bits.set(far, i / 3);
        bits.set(i / 3, far);
      }
    }
  }
}
