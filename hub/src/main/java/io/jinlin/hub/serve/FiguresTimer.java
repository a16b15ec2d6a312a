package io.jinlin.hub.serve;

import io.jinlin.contract.page.Device;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.FiguresNow;
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.live.KioskFigures;
import io.jinlin.hub.live.Live;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.store.StoreException;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells kiosks of seats and queues: once a second at most, when they changed, when the kiosk has
 * just said Hello, and now and then so that they do not grow old there.
 */
public final class FiguresTimer implements AutoCloseable {
  /** How often it is looked, in milliseconds. */
  static final long EVERY_MS = 1_000;

  /** Without a change they are said again after so long: a kiosk forgets them after a minute. */
  static final long AGAIN_MS = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(FiguresTimer.class);

  private record Said(FiguresNow figures, long atMillis) {}

  private final Vertx vertx;
  private final Core core;
  private final Live live;
  private final InstantSource clock;
  private final Map<String, Said> said = new HashMap<>();
  private final Set<String> greeted = ConcurrentHashMap.newKeySet();
  private final long timer;

  private FiguresTimer(Vertx vertx, Core core, Live live, InstantSource clock) {
    this.vertx = vertx;
    this.core = core;
    this.live = live;
    this.clock = clock;
    core.gateway().onGreeted(greeted::add);
    this.timer = vertx.setPeriodic(EVERY_MS, now -> tick());
  }

  /** Begins, when the staff's live view is there. */
  public static FiguresTimer start(Vertx vertx, Core core, Live live, InstantSource clock) {
    return new FiguresTimer(vertx, core, live, clock);
  }

  /** Looks once; what it reads may wait for the disk. */
  public void tick() {
    vertx.executeBlocking(this::tell, true);
  }

  private synchronized int tell() {
    try {
      Optional<Places> places = core.database().read(Places::load);
      List<Device> devices = places.isEmpty() ? List.of() : core.database().read(DeviceTable::all);
      Live.View view = live.view();
      int told = 0;
      for (Device device : devices) {
        if (core.devices().status(device.id()).online()) {
          Optional<FiguresNow> figures = KioskFigures.of(view, places.orElseThrow(), device);
          told += figures.isPresent() && tell(device.id(), figures.get()) ? 1 : 0;
        }
      }
      return told;
    } catch (StoreException e) {
      LOG.error("cannot tell kiosks of seats and queues", e);
      return 0;
    }
  }

  private boolean tell(String device, FiguresNow figures) {
    Said before = said.get(device);
    long now = clock.millis();
    boolean due =
        before == null
            || greeted.contains(device)
            || !before.figures.equals(figures)
            || now - before.atMillis >= AGAIN_MS
            || now < before.atMillis;
    if (due) {
      greeted.remove(device);
      said.put(device, new Said(figures, now));
      core.gateway().command(device, new Command.Figures(figures));
    }
    return due;
  }

  /** Stops. */
  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
