package io.jinlin.e2e.bench.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Frames and videos of codes; the same for the same condition and seed. Tune on one range of seeds
 * and check on another.
 */
public final class Presentations {
  /** Seeds to tune on begin here. */
  public static final long TUNING = 0;

  /** Seeds to check on begin here: never looked at while tuning. */
  public static final long CHECKING = 1_000_000;

  /** Frames a second of a video. */
  public static final int RATE = 15;

  private static final double MAX_TILT = Math.toRadians(65);
  private static final int MARGIN = 30;
  private static final int TRIES = 60;

  private Presentations() {}

  /** What stays the same while a code is presented. */
  private record Presentation(
      String text, Artwork art, Pose pose, Faults faults, Lights lights, Gray backdrop) {
    Presented frame(Pose now, Faults faultsNow, Lights lightsNow, double[] moved, Random random) {
      Gray light = new Scene(art, now, faultsNow, lightsNow).light(backdrop, moved);
      return new Presented(
          Sensor.expose(light, faultsNow.of(Fault.DIM), random), text, now.project(art.code()));
    }
  }

  private static Presentation draw(Condition condition, Random random) {
    Faults faults = Faults.of(condition, random);
    if (condition.isPhotograph()) {
      Artwork print = Print.draw(condition.style(random), random);
      return new Presentation(
          print.text(),
          print,
          pose(print, faults, random),
          faults,
          Lights.draw(random),
          Backdrop.draw(Pose.WIDTH, Pose.HEIGHT, random));
    }
    String text = Texts.draw(random);
    Artwork art =
        faults.phone()
            ? Artwork.phone(text, faults.has(Fault.INVERTED), random)
            : Artwork.card(text, faults.of(Fault.WORN), random);
    Pose pose = pose(art, faults, random);
    Gray backdrop = Backdrop.draw(Pose.WIDTH, Pose.HEIGHT, random);
    return new Presentation(text, art, pose, faults, Lights.draw(random), backdrop);
  }

  /** The whole code is in the picture. */
  private static Pose pose(Artwork art, Faults faults, Random random) {
    double distance = Pose.distance(art.codeSide(), faults.side());
    double tilt = MAX_TILT * faults.of(Fault.TILT);
    for (int i = 0; i < TRIES; i++) {
      Pose pose =
          new Pose(
              Pose.WIDTH * (0.25 + 0.5 * random.nextDouble()),
              Pose.HEIGHT * (0.3 + 0.4 * random.nextDouble()),
              distance,
              random.nextInt(3) == 0
                  ? random.nextDouble() * 2 * Math.PI
                  : 0.4 * random.nextGaussian(),
              tilt,
              random.nextDouble() * 2 * Math.PI);
      if (inside(pose.project(art.code()))) {
        return pose;
      }
    }
    return new Pose(Pose.WIDTH / 2.0, Pose.HEIGHT / 2.0, distance, 0, tilt, 0);
  }

  private static boolean inside(double[] corners) {
    Region part = Region.around(corners, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
    boolean positive = true;
    for (double value : corners) {
      positive &= value > MARGIN;
    }
    return positive && part.right() < Pose.WIDTH - MARGIN && part.bottom() < Pose.HEIGHT - MARGIN;
  }

  /** One frame. */
  public static Presented frame(Condition condition, long seed) {
    Random random = new Random(seed * 31 + condition.ordinal());
    Presentation it = draw(condition, random);
    return it.frame(it.pose(), it.faults(), it.lights(), new double[2], random);
  }

  /**
   * The frames of a code that is held up: it comes nearer for half a second, and the hand shakes.
   */
  public static List<Presented> video(Condition condition, long seed, int frames) {
    Random random = new Random(seed * 37 + condition.ordinal());
    Presentation it = draw(condition, random);
    Hand hand = Hand.draw(random);
    List<Presented> video = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      double seconds = (double) i / RATE;
      Pose now = hand.hold(it.pose(), seconds);
      Faults faults =
          it.faults()
              .scaled(Fault.DEFOCUS, hand.comesAndGoes(seconds, 0))
              .scaled(Fault.MOTION, hand.comesAndGoes(seconds, 1))
              .scaled(Fault.SHADOW, hand.comesAndGoes(seconds, 2));
      double turned = now.tilt() - it.pose().tilt();
      Lights lights = it.lights().shifted(8 * turned, 8 * (now.roll() - it.pose().roll()));
      double[] moved = hand.movedPixels(it.pose(), seconds, it.faults().of(Fault.DIM));
      video.add(it.frame(now, faults, lights, moved, random));
    }
    return video;
  }
}
