package io.jinlin.kiosk.decode;

import com.google.zxing.*;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.*;

final class Costs {
  static GreyImage empty(int kind, long seed) {
    Random r = new Random(seed);
    int w = 1280, h = 720;
    byte[] l = new byte[w * h];
    double[][] f = new double[12][];
    for (int i = 0; i < f.length; i++)
      f[i] =
          new double[] {
            r.nextGaussian() * .03, r.nextGaussian() * .03, r.nextDouble() * 6, r.nextDouble() * 18
          };
    int[][] boxes = new int[25][];
    for (int i = 0; i < boxes.length; i++)
      boxes[i] =
          new int[] {
            r.nextInt(w),
            r.nextInt(h),
            10 + r.nextInt(300),
            10 + r.nextInt(300),
            r.nextInt(160) - 80
          };
    for (int y = 0; y < h; y++)
      for (int x = 0; x < w; x++) {
        double v = 120;
        for (double[] k : f) v += k[3] * Math.sin(k[0] * x + k[1] * y + k[2]);
        if (kind > 0)
          for (int[] b : boxes)
            if (x > b[0] && x < b[0] + b[2] && y > b[1] && y < b[1] + b[3]) v += b[4];
        v += r.nextGaussian() * (kind == 2 ? 12 : 4);
        l[y * w + x] = (byte) Math.max(0, Math.min(255, v));
      }
    return new GreyImage(w, h, l);
  }

  static double time(Runnable r) {
    for (int i = 0; i < 40; i++) r.run();
    long s = System.nanoTime();
    for (int i = 0; i < 60; i++) r.run();
    return (System.nanoTime() - s) / 60e6;
  }

  static long cpu() { return java.lang.management.ManagementFactory.getThreadMXBean().isCurrentThreadCpuTimeSupported() ? java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime(); }

  public static void main(String[] a) {
    for (int kind = 0; kind < 3; kind++) {
      GreyImage[] gs = new GreyImage[6];
      for (int i = 0; i < 6; i++) gs[i] = empty(kind, i);
      FrameDecoder fd = new FrameDecoder();
      long z = 0, o = 0;
      for (int r = 0; r < 400; r++) {
        GreyImage g = gs[r % 6];
        long t = cpu();
        try {
          new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(g.luma(), 1280, 720, 0, 0, 1280, 720, false))));
        } catch (ReaderException e) { }
        long m = cpu();
        fd.read(g, Deadline.in(System::nanoTime, 60_000_000L));
        long e = cpu();
        if (r >= 100) { z += m - t; o += e - m; }
      }
      System.out.printf("kind %d zxing %.2f ms ours %.2f ratio %.2f%n", kind, z / 300e6, o / 300e6, (double) o / z);
    }
    if (a.length == 0) return;
    for (int seed = 0; seed < 3; seed++) for (Look look : new Look[] {Look.BLOCKS, Look.HALF_BLOCKS, Look.HALF_MEAN, Look.HALF_GLOBAL, Look.HALF_LIGHT, Look.MEAN}) { StringBuilder sb = new StringBuilder(); GreyImage g = empty(2, seed); long t = 0; List<Finder> l = List.of(); for (int k = 0; k < 20; k++) { t = cpu(); l = look.finders(new Pyramid(g), look.isWhole() ? 3 : 1, Deadline.in(System::nanoTime, 1_000_000_000L)); t = cpu() - t; } for (Finder f : l) sb.append(String.format(" %.3f(%.1f)", f.misfit(), f.module())); System.out.println(look + " " + t / 1000 + " us" + sb); }
    if (a.length == 1) return;

    for (int kind = 0; kind < 3; kind++) {
      GreyImage g = empty(kind, 7);
      System.out.printf(
          "kind %d zxing %.2f ms%n",
          kind,
          time(
              () -> {
                try {
                  new QRCodeReader()
                      .decode(
                          new BinaryBitmap(
                              new HybridBinarizer(
                                  new PlanarYUVLuminanceSource(
                                      g.luma(), 1280, 720, 0, 0, 1280, 720, false))));
                } catch (ReaderException e) {
                }
              }));
      Deadline d = Deadline.in(System::nanoTime, 1000_000_000_000L);
      System.out.printf(
          "  halve %.2f blocks %.2f mean %.2f%n",
          time(g::halved),
          time(() -> Thresholds.blocks(g)),
          time(() -> Thresholds.localMean(g, 10)));
      for (Look look : Look.values())
        System.out.printf(
            "  %s %.2f ms step 2, step 4 %.2f, finders %d%n",
            look,
            time(() -> look.finders(new Pyramid(g), 2, d)),
            time(() -> look.finders(new Pyramid(g), 4, d)),
            look.finders(new Pyramid(g), 2, d).size());
    }
  }
}
