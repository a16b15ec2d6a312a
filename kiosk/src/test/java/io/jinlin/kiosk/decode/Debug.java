package io.jinlin.kiosk.decode;

import java.nio.file.*;
import java.util.*;

final class Debug {
  static GreyImage load(Path p, int rotations) throws Exception {
    java.awt.image.BufferedImage im = javax.imageio.ImageIO.read(p.toFile());
    byte[] l = new byte[im.getWidth() * im.getHeight()];
    for (int y = 0; y < im.getHeight(); y++)
      for (int x = 0; x < im.getWidth(); x++) {
        int v;
        if (im.getType() == 10) v = im.getRaster().getSample(x, y, 0);
        else {
          int p2 = im.getRGB(x, y);
          v = (306 * (p2 >> 16 & 255) + 601 * (p2 >> 8 & 255) + 117 * (p2 & 255)) >> 10;
        }
        l[y * im.getWidth() + x] = (byte) v;
      }
    GreyImage g = new GreyImage(im.getWidth(), im.getHeight(), l);
    for (int i = 0; i < rotations; i++) {
      byte[] o = new byte[l.length];
      int w = g.height(), h = g.width();
      for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) o[y * w + x] = g.luma()[(w - 1 - x) * g.width() + y];
      g = new GreyImage(w, h, o);
    }
    return g;
  }

  public static void main(String[] a) throws Exception {
    GreyImage image = load(Path.of(a[0]), a.length > 1 ? Integer.parseInt(a[1]) : 0);
    System.out.println(image.width() + "x" + image.height());
    Pyramid pyramid = new Pyramid(image);
    Deadline d = Deadline.in(System::nanoTime, 20_000_000_000L);
    for (Look look : Look.values()) {
      List<Finder> f = look.finders(pyramid, 1, d);
      System.out.println(look + " " + f.size() + " finders");
      if (a.length > 2)
        for (Finder x : f)
          System.out.printf(
              "   %.1f,%.1f m %.2f misfit %.3f a %.2f,%.2f b %.2f,%.2f%n",
              x.centre().x(),
              x.centre().y(),
              x.module(),
              x.misfit(),
              x.ax(),
              x.ay(),
              x.bx(),
              x.by());
      List<Triple> t = Triple.of(f);
      SymbolReader.TRACE = a.length > 2;
      SymbolReader r = new SymbolReader(pyramid, SymbolReader.Effort.STILL, d);
      for (Triple x : t.subList(0, Math.min(12, t.size()))) {
        System.out.printf(
            "   triple span %.2f misfit %.3f (%.0f,%.0f) (%.0f,%.0f) (%.0f,%.0f)%n",
            x.span(),
            x.misfit(),
            x.corner().centre().x(),
            x.corner().centre().y(),
            x.right().centre().x(),
            x.right().centre().y(),
            x.below().centre().x(),
            x.below().centre().y());
        System.out.println("    -> " + r.read(x));
      }
    }
  }
}
