package io.jinlin.kiosk.decode;

import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * The modules whose colour is known before anything is read (ISO/IEC 18004, 6.3): finder patterns
 * with their separators, timing patterns, alignment patterns. In regions, so that each can be
 * compared under its own light.
 */
final class FunctionPatterns {
  private static final FunctionPatterns[] BY_VERSION = new FunctionPatterns[41];

  /**
   * Modules of one region.
   *
   * @param u columns of the middles of its modules, in modules
   * @param v rows likewise
   * @param sign 1 for dark, −1 for light
   * @param weight how much it says about the place of the whole
   */
  record Region(double[] u, double[] v, double[] sign, double weight) {}

  private final int dimension;
  private final List<Region> regions = new ArrayList<>();
  private final List<Region> alignments = new ArrayList<>();
  private final boolean[] function;
  private final byte[] known;

  private FunctionPatterns(int version) {
    dimension = 17 + 4 * version;
    function = new boolean[dimension * dimension];
    known = new byte[dimension * dimension];
    int far = dimension - 7;
    regions.add(finder(0, 0));
    regions.add(finder(far, 0));
    regions.add(finder(0, far));
    regions.add(timing(true));
    regions.add(timing(false));
    int[] centres = Version.getVersionForNumber(version).getAlignmentPatternCenters();
    int last = centres.length - 1;
    for (int i = 0; i <= last; i++) {
      for (int k = 0; k <= last; k++) {
        boolean atFinder = i == 0 && k == 0 || i == 0 && k == last || i == last && k == 0;
        if (!atFinder) {
          boolean outer = i == last && k == last;
          alignments.add(alignment(centres[i], centres[k], outer ? 1.5 : 0.5));
        }
      }
    }
    regions.addAll(alignments);
    for (Region region : regions) {
      for (int i = 0; i < region.u.length; i++) {
        int module = (int) region.v[i] * dimension + (int) region.u[i];
        function[module] = true;
        known[module] = (byte) region.sign[i];
      }
    }
    markInformation(version);
  }

  /** Not known before, yet not data: format and version information and the dark module. */
  private void markInformation(int version) {
    for (int i = 0; i <= 8; i++) {
      function[8 * dimension + i] = true;
      function[i * dimension + 8] = true;
    }
    for (int i = dimension - 8; i < dimension; i++) {
      function[8 * dimension + i] = true;
      function[i * dimension + 8] = true;
    }
    if (version >= 7) {
      for (int i = 0; i < 6; i++) {
        for (int k = dimension - 11; k < dimension - 8; k++) {
          function[i * dimension + k] = true;
          function[k * dimension + i] = true;
        }
      }
    }
  }

  /** Those of a version, 1 to 40. */
  static synchronized FunctionPatterns of(int version) {
    if (BY_VERSION[version] == null) {
      BY_VERSION[version] = new FunctionPatterns(version);
    }
    return BY_VERSION[version];
  }

  private Region finder(int left, int top) {
    int from = -1;
    List<int[]> modules = new ArrayList<>();
    for (int y = from; y <= 7; y++) {
      for (int x = from; x <= 7; x++) {
        boolean inside =
            left + x >= 0 && top + y >= 0 && left + x < dimension && top + y < dimension;
        if (inside) {
          int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
          boolean dark = ring <= 1 || ring == 3;
          modules.add(new int[] {left + x, top + y, dark ? 1 : -1});
        }
      }
    }
    return region(modules, 1);
  }

  private Region timing(boolean across) {
    List<int[]> modules = new ArrayList<>();
    for (int i = 8; i < dimension - 8; i++) {
      modules.add(new int[] {across ? i : 6, across ? 6 : i, i % 2 == 0 ? 1 : -1});
    }
    return region(modules, 1);
  }

  private Region alignment(int x, int y, double weight) {
    List<int[]> modules = new ArrayList<>();
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        int ring = Math.max(Math.abs(dx), Math.abs(dy));
        modules.add(new int[] {x + dx, y + dy, ring == 1 ? -1 : 1});
      }
    }
    return region(modules, weight);
  }

  private static Region region(List<int[]> modules, double weight) {
    return new Region(
        modules.stream().mapToDouble(module -> module[0] + 0.5).toArray(),
        modules.stream().mapToDouble(module -> module[1] + 0.5).toArray(),
        modules.stream().mapToDouble(module -> module[2]).toArray(),
        weight);
  }

  int dimension() {
    return dimension;
  }

  List<Region> regions() {
    return regions;
  }

  /** The alignment patterns alone, that farthest from the corner last; none in version 1. */
  List<Region> alignments() {
    return alignments;
  }

  /** Each module row by row: 1 known to be dark, −1 to be light, 0 not known. */
  byte[] known() {
    return known;
  }

  boolean isFunction(int x, int y) {
    return function[y * dimension + x];
  }
}
