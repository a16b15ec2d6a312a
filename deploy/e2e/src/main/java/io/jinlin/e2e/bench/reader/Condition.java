package io.jinlin.e2e.bench.reader;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A row of the tables: how codes are presented, at a kiosk or in any photograph. */
public enum Condition {
  /** Well held, well lit: 140 to 300 pixels. */
  CLEAN(140, 300, List.of()),
  /** At arm's length: 60 to 95 pixels, less than four a module. */
  FAR(60, 95, List.of()),
  TILT(80, 300, List.of(Fault.TILT)),
  DEFOCUS(80, 300, List.of(Fault.DEFOCUS)),
  MOTION(80, 300, List.of(Fault.MOTION)),
  DIM(80, 300, List.of(Fault.DIM)),
  SHADOW(80, 300, List.of(Fault.SHADOW)),
  GLARE(80, 300, List.of(Fault.GLARE)),
  MOIRE(80, 300, List.of(Fault.MOIRE)),
  BLOOM(80, 300, List.of(Fault.BLOOM)),
  INVERTED(80, 300, List.of(Fault.INVERTED)),
  WORN(80, 300, List.of(Fault.WORN)),
  /** Two or three of them at once, each up to four fifths of its strength. */
  MIXED(80, 300, List.of()),
  /** Three at once, each from half of its strength to all of it. */
  WORST(80, 300, List.of()),
  /** Wrapped around a bottle or bent in a hand: up to 110° across. */
  CURVED(100, 420, Style.PLAIN, List.of(Fault.CURVED)),
  /** It fills the picture and is not in focus. */
  CLOSE(480, 660, Style.PLAIN, List.of(Fault.DEFOCUS)),
  STEEP(160, 640, Style.PLAIN, List.of(Fault.TILT, Fault.SHADOW)),
  MONITOR(120, 600, Style.SCREEN, List.of(Fault.MOIRE, Fault.TILT)),
  DOTS(100, 500, Style.DOTS, List.of()),
  ROUNDED(100, 500, Style.ROUNDED, List.of()),
  /** A gap between the modules. */
  GAPS(100, 500, Style.GAPS, List.of()),
  COLOURED(100, 500, Style.COLOURED, List.of()),
  FAINT(100, 500, Style.FAINT, List.of(Fault.DIM)),
  TORN(120, 500, Style.TORN, List.of()),
  /** A sticker or a thumb over one finder pattern. */
  COVERED(120, 500, Style.COVERED, List.of()),
  SCRIBBLED(120, 500, Style.SCRIBBLED, List.of()),
  LOGO(120, 500, Style.LOGO, List.of()),
  /** No quiet zone: dark up to the modules, or print beside them. */
  BARE(100, 500, Style.BARE, List.of()),
  BEHIND(100, 500, Style.BEHIND, List.of()),
  /** Versions 7 to 20. */
  LARGE(300, 600, Style.LARGE, List.of()),
  /** Versions 21 to 40. */
  HUGE(480, 660, Style.HUGE, List.of()),
  /** Chinese, Japanese, other character sets, bytes. */
  CHARACTERS(120, 500, Style.CHARACTERS, List.of()),
  CRUMPLED(120, 500, Style.PLAIN, List.of(Fault.CRUMPLED)),
  /** Finder patterns of circles. */
  CIRCLES(100, 500, Style.CIRCLES, List.of()),
  /** A picture shines through: only the middle of each module is the code's. */
  ART(200, 600, Style.ART, List.of()),
  /** 1.4 to 2.4 pixels a module. */
  TINY(40, 62, Style.PLAIN, List.of()),
  /** Held far in a dim hall: 42 to 64 pixels, with noise of a third of the contrast. */
  FAR_AND_DIM(42, 64, List.of(Fault.DIM), true),
  /** Far, and never in focus or never still. */
  FAR_AND_BLURRED(70, 110, List.of(Fault.DEFOCUS, Fault.MOTION), true),
  /** A dim hall, a hand that moves. */
  DIM_AND_MOVED(80, 140, List.of(Fault.DIM, Fault.MOTION), true),
  /** Any print with two faults. */
  ANY(90, 600, Style.PLAIN, List.of());

  private final double smallest;
  private final double largest;
  private final Optional<Style> style;
  private final boolean hard;
  private final List<Fault> faults;

  Condition(double smallest, double largest, List<Fault> faults) {
    this(smallest, largest, Optional.empty(), faults, false);
  }

  Condition(double smallest, double largest, List<Fault> faults, boolean hard) {
    this(smallest, largest, Optional.empty(), faults, hard);
  }

  Condition(double smallest, double largest, Style style, List<Fault> faults) {
    this(smallest, largest, Optional.of(style), faults, false);
  }

  Condition(
      double smallest, double largest, Optional<Style> style, List<Fault> faults, boolean hard) {
    this.hard = hard;
    this.smallest = smallest;
    this.largest = largest;
    this.style = style;
    this.faults = faults;
  }

  /** Whether it is a photograph of any code there is; else our card or a phone at a kiosk. */
  public boolean isPhotograph() {
    return style.isPresent();
  }

  /** Whether a single frame seldom gives it: for films. */
  public boolean isHard() {
    return hard;
  }

  /** How the code of a photograph was printed. */
  Style style(Random random) {
    Style[] all = Style.values();
    return this == ANY ? all[random.nextInt(all.length)] : style.orElse(Style.PLAIN);
  }

  /** Side of the code facing the camera, in pixels. */
  double smallest() {
    return smallest;
  }

  double largest() {
    return largest;
  }

  /** The faults that are always there. */
  List<Fault> faults() {
    return faults;
  }

  /** The condition of this name in small letters. */
  public static Optional<Condition> named(String name) {
    return List.of(values()).stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
