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

  public static void main(String[] a) {
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
