package io.jinlin.kiosk.decode;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what several frames show of one code, module by module: noise, a glare that wanders and a
 * focus that hunts leave what no single frame gives. Each frame counts by how well its grid fits.
 *
 * <p>Modules are aligned by the code's own finder patterns, so that the hand may move and turn
 * between the frames. Another code in its place is known by disagreeing and begins a new sum.
 */
public final class GridMemory {
  /** Below this agreement of the modules known beforehand a grid is not a code's. */
  private static final double MIN_AGREEMENT = 0.38;

  /** Two frames of one code have at least this correlation between their modules. */
  private static final double SAME_CODE = 0.35;

  /** A sum fades by this factor a frame, so that it follows a code that is changed. */
  private static final float FADE = 0.9f;

  private static final int MAX_TRIPLES = 2;
  private static final double MAX_MODULE = 5.2;
  private static final int MAX_HALVINGS = 4;

  private @Nullable Sum sum;
  private boolean certain;

  /** The modules of a code so far. */
  private static final class Sum {
    private final int dimension;
    private final boolean light;
    private final float[] darkness;
    private int frames;

    Sum(int dimension, boolean light) {
      this.dimension = dimension;
      this.light = light;
      this.darkness = new float[dimension * dimension];
    }

    void add(float[] values, double weight) {
      for (int i = 0; i < darkness.length; i++) {
        darkness[i] = FADE * darkness[i] + (float) weight * values[i];
      }
      frames++;
    }

    boolean isOf(float[] values) {
      double both = 0;
      double one = 0;
      double other = 0;
      for (int i = 0; i < darkness.length; i++) {
        both += darkness[i] * values[i];
        one += darkness[i] * darkness[i];
        other += values[i] * values[i];
      }
      return both > SAME_CODE * Math.sqrt(one * other);
    }
  }

  /** A grid laid over a code. */
  private record Laid(Grid grid, GreyImage image, double scale, double agreement, boolean light) {}

  /** Forgets all: what was there was read, or has gone. */
  public void clear() {
    sum = null;
    certain = false;
  }

  /** Whether a code was certainly there in the last frame: a grid fitted what is known of codes. */
  public boolean isCertain() {
    return certain;
  }

  /** Adds a frame, and reads what all of them give together. */
  public Optional<Reading> add(Glimpse glimpse, Deadline deadline) {
    certain = false;
    List<Triple> triples = glimpse.triples();
    for (Triple triple : triples.subList(0, Math.min(MAX_TRIPLES, triples.size()))) {
      Optional<Laid> laid = deadline.passed() ? Optional.empty() : lay(glimpse, triple, deadline);
      if (laid.isPresent()) {
        certain = true;
        return add(laid.get());
      }
    }
    return Optional.empty();
  }

  private Optional<Reading> add(Laid laid) {
    ModuleSampler sampler = new ModuleSampler(laid.image, laid.grid, laid.light);
    float[] values = levelled(sampler.values(ModuleSampler.Way.MEAN).darkness());
    Sum now = sum;
    if (now == null
        || now.dimension != laid.grid.dimension()
        || now.light != laid.light
        || !now.isOf(values)) {
      now = new Sum(laid.grid.dimension(), laid.light);
      sum = now;
    }
    now.add(values, laid.agreement * laid.agreement);
    if (now.frames < 2) {
      return Optional.empty();
    }
    String strategy = "combined:" + now.frames;
    return SymbolText.read(new ModuleValues(now.dimension, now.darkness), true)
        .map(
            outcome ->
                new Reading(
                    outcome.text(),
                    laid.grid.scaled(1 / laid.scale).corners(),
                    strategy,
                    laid.agreement));
  }

  /** With a mean square of 1, so that a bright frame counts no more than a dark one. */
  private static float[] levelled(float[] darkness) {
    double squares = 1e-6;
    for (float value : darkness) {
      squares += value * value;
    }
    float factor = (float) (1 / Math.sqrt(squares / darkness.length));
    float[] out = new float[darkness.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = darkness[i] * factor;
    }
    return out;
  }

  private Optional<Laid> lay(Glimpse glimpse, Triple triple, Deadline deadline) {
    double module = triple.corner().module();
    int halvings = 0;
    while (module > MAX_MODULE && halvings < MAX_HALVINGS) {
      module /= 2;
      halvings++;
    }
    halvings = glimpse.pyramid().possible(halvings);
    GreyImage image = glimpse.pyramid().level(halvings);
    double scale = 1.0 / (1 << halvings);
    boolean light = triple.corner().light();
    Laid best = null;
    int nearest = (int) Math.round((triple.span() - 10) / 4);
    for (int version = Math.max(1, nearest - 1); version <= Math.min(40, nearest + 1); version++) {
      FunctionPatterns patterns = FunctionPatterns.of(version);
      GridFit fit = new GridFit(image, patterns, triple);
      for (Point guess : FourthPoint.guesses(triple, patterns.dimension())) {
        Grid start = Grid.through(patterns.dimension(), triple, guess).scaled(scale);
        Grid grid = start.sound() && !deadline.passed() ? fit.coarse(start) : start;
        double agreement = fit.score(grid);
        if (best == null || agreement > best.agreement) {
          best = new Laid(grid, image, scale, agreement, light);
        }
      }
    }
    if (best == null || best.agreement < MIN_AGREEMENT - 0.1) {
      return Optional.empty();
    }
    int version = (best.grid.dimension() - 17) / 4;
    GridFit fit = new GridFit(image, FunctionPatterns.of(version), triple);
    Grid fine = fit.fine(best.grid);
    double agreement = fit.score(fine);
    return agreement < MIN_AGREEMENT
        ? Optional.empty()
        : Optional.of(new Laid(fine, image, scale, agreement, light));
  }
}
