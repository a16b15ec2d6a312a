package io.jinlin.kiosk.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From three finder patterns to a reading: finds the version, fits the grid, reads the modules. */
final class SymbolReader {
  /** A picture is halved until a module has no more than this, in pixels. */
  private static final double MAX_MODULE = 5.2;

  /** Below this agreement of the known modules nothing is read. */
  private static final double MIN_AGREEMENT = 0.42;

  /** From this agreement on a code is certainly there, and worth erasures and bends. */
  private static final double CERTAIN = 0.55;

  /** From this agreement of the finder patterns alone on, a code may be bent. */
  private static final double SURE = 0.6;

  private static final int MAX_HALVINGS = 5;

  private final Pyramid pyramid;
  private final Effort effort;
  private final Deadline deadline;

  private double agreement;

  /** How much is tried: everything, or what a frame's budget allows. */
  enum Effort {
    STILL(3),
    FRAME(1);

    private final int versions;

    Effort(int versions) {
      this.versions = versions;
    }
  }

  private record Fitted(GridFit fit, GreyImage image, double scale, Grid grid, double score) {}

  SymbolReader(Pyramid pyramid, Effort effort, Deadline deadline) {
    this.pyramid = pyramid;
    this.effort = effort;
    this.deadline = deadline;
  }

  /** The code whose finder patterns these are, if they are. */
  Optional<Reading> read(Triple triple) {
    List<Fitted> fits = new ArrayList<>();
    for (int version : versions(triple)) {
      if (!deadline.passed()) {
        fits.add(rough(triple, version));
      }
    }
    fits.sort(Comparator.comparingDouble(Fitted::score).reversed());
    agreement = fits.isEmpty() ? 0 : fits.get(0).score;
    for (Fitted rough : fits.subList(0, Math.min(effort.versions, fits.size()))) {
      boolean hopeless =
          rough.score < MIN_AGREEMENT - 0.1
              && (effort == Effort.FRAME || rough.fit.finders(rough.grid) < SURE);
      if (hopeless || deadline.passed()) {
        break;
      }
      Optional<Reading> reading = read(rough, triple);
      if (reading.isPresent()) {
        return reading;
      }
    }
    return Optional.empty();
  }

  /** Agreement of the known modules in the last three patterns, before the fine fit. */
  double agreement() {
    return agreement;
  }

  /** The likeliest version and its neighbours; the wider apart, the more. */
  private static List<Integer> versions(Triple triple) {
    double estimate = (triple.span() - 10) / 4;
    int nearest = (int) Math.round(estimate);
    int reach = 1 + (int) (estimate / 8);
    List<Integer> versions = new ArrayList<>();
    for (int version = nearest - reach; version <= nearest + reach; version++) {
      if (version >= 1 && version <= 40) {
        versions.add(version);
      }
    }
    return versions;
  }

  private Fitted rough(Triple triple, int version) {
    FunctionPatterns patterns = FunctionPatterns.of(version);
    double module = triple.corner().module();
    int halvings = 0;
    while (module > MAX_MODULE && halvings < MAX_HALVINGS) {
      module /= 2;
      halvings++;
    }
    halvings = pyramid.possible(halvings);
    GreyImage image = pyramid.level(halvings);
    double scale = 1.0 / (1 << halvings);
    GridFit fit = new GridFit(image, patterns, triple, deadline);
    List<Grid> starts = starts(triple, patterns, fit, scale);
    Grid best = starts.get(0);
    double top = -2;
    for (Grid start : starts) {
      if (deadline.passed()) {
        break;
      }
      double score = fit.score(start);
      if (score > top) {
        top = score;
        best = start;
      }
    }
    Grid coarse = fit.coarse(best);
    return new Fitted(fit, image, scale, coarse, fit.score(coarse));
  }

  private static List<Grid> starts(
      Triple triple, FunctionPatterns patterns, GridFit fit, double scale) {
    List<Grid> starts = new ArrayList<>();
    int dimension = patterns.dimension();
    for (Point guess : FourthPoint.guesses(triple, dimension)) {
      Grid grid = Grid.through(dimension, triple, guess).scaled(scale);
      starts.add(grid);
      if (!patterns.alignments().isEmpty() && grid.sound()) {
        double reach = Math.min(8, 2.5 + dimension / 16.0);
        Point found = fit.alignment(grid, reach);
        Point whole = new Point(found.x() / scale, found.y() / scale);
        starts.add(Grid.through(dimension, triple, whole).scaled(scale));
      }
    }
    return starts;
  }

  private Optional<Reading> read(Fitted rough, Triple triple) {
    boolean light = triple.corner().light();
    Grid fine = rough.fit.fine(rough.grid);
    double score = rough.fit.score(fine);
    Optional<Reading> reading =
        score < MIN_AGREEMENT ? Optional.empty() : modules(rough, fine, score, light, "");
    boolean certain = score > CERTAIN || effort == Effort.STILL && rough.fit.finders(fine) > SURE;
    if (reading.isEmpty() && certain && !deadline.passed()) {
      FunctionPatterns patterns = FunctionPatterns.of((fine.dimension() - 17) / 4);
      Mesh mesh = new MeshFit(rough.image, patterns, triple.scaled(rough.scale), deadline).grown();
      double agreement = rough.fit.score(mesh);
      if (agreement > MIN_AGREEMENT) {
        reading = modules(rough, mesh, agreement, light, "+mesh");
      }
    }
    return reading;
  }

  private Optional<Reading> modules(
      Fitted rough, Layout grid, double score, boolean light, String suffix) {
    ModuleSampler sampler = new ModuleSampler(rough.image, grid, light);
    for (ModuleSampler.Way way : ModuleSampler.Way.values()) {
      if (deadline.passed()) {
        break;
      }
      Optional<SymbolText.Outcome> outcome = SymbolText.read(sampler.values(way), score > CERTAIN);
      if (outcome.isPresent()) {
        String name = way.name().toLowerCase(Locale.ROOT) + suffix;
        List<Point> corners =
            grid.corners().stream()
                .map(p -> new Point(p.x() / rough.scale, p.y() / rough.scale))
                .toList();
        return Optional.of(new Reading(outcome.get().text(), corners, name, score));
      }
    }
    return Optional.empty();
  }
}
