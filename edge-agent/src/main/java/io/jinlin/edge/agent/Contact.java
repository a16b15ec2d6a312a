package io.jinlin.edge.agent;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.FiguresNow;
import io.jinlin.contract.wire.Health;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.edge.clock.EdgeClock;
import io.jinlin.edge.health.Problems;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.roster.Applied;
import io.jinlin.edge.roster.Replica;
import io.jinlin.edge.uplink.Pages;
import io.jinlin.edge.uplink.UplinkListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What passes between the uplink and the rest of the agent. */
final class Contact implements UplinkListener, Pages {
  /** The hub could not read one of our events; it keeps it raw. */
  static final String REJECTED = "event-not-understood";

  private static final Logger LOG = LoggerFactory.getLogger(Contact.class);
  private static final long NEVER = -1;

  /** Most dead cards that are offered at one greeting: a backup is a day old, not a year. */
  private static final int MAX_OFFERED = 200;

  private final Replica replica;
  private final Outbox outbox;
  private final Problems problems;
  private final HelpBell bell;
  private final EdgeClock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Consumer<Boolean> full = ignored -> {};
  private volatile Consumer<FiguresNow> figures = ignored -> {};
  private volatile boolean connected;
  private volatile Predicate<CardRef> offer = ignored -> true;
  private volatile long pagesAt = NEVER;
  private boolean toOffer = true;

  Contact(Replica replica, Outbox outbox, Problems problems, HelpBell bell, EdgeClock clock) {
    this.replica = replica;
    this.outbox = outbox;
    this.problems = problems;
    this.bell = bell;
    this.clock = clock;
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  void onFull(Consumer<Boolean> listener) {
    full = listener;
  }

  void onFigures(Consumer<FiguresNow> listener) {
    figures = listener;
  }

  /**
   * What to do with a card that is dead here and that the hub forgot; false when it could not be
   * done and is to be tried again.
   */
  void onForgotten(Predicate<CardRef> listener) {
    offer = listener;
  }

  void changed() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException fault) {
        LOG.error("fault in a listener of the agent", fault);
      }
    }
  }

  boolean isConnected() {
    return connected;
  }

  long pageAgeMillis() {
    long at = pagesAt;
    return at == NEVER ? NEVER : clock.read().monotonicMillis() - at;
  }

  @Override
  public Health health() {
    return new Health(
        outbox.unsent(),
        outbox.oldestUnsentMillis(),
        outbox.usedBytes(),
        clock.read().trusted(),
        software(),
        problems.now());
  }

  private static String software() {
    String version = Contact.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  @Override
  public void connected(boolean now) {
    if (connected != now) {
      LOG.info(now ? "hub connected" : "hub away; working on without it");
    }
    connected = now;
    toOffer |= now;
    changed();
  }

  @Override
  public void heard(boolean pagesComplete) {
    if (pagesComplete) {
      pagesAt = clock.read().monotonicMillis();
      if (toOffer) {
        toOffer = !replica.forgottenRevocations(MAX_OFFERED).stream().allMatch(offer);
      }
    }
  }

  @Override
  public void progress() {
    changed();
  }

  @Override
  public void command(Command command) {
    if (command instanceof Command.HelpAnswered answered && bell.answer(answered.call())) {
      changed();
    } else if (command instanceof Command.Full now) {
      full.accept(now.full());
    } else if (command instanceof Command.Figures said) {
      figures.accept(said.now());
      changed();
    }
  }

  @Override
  public void rejected(Ack.Rejected rejected) {
    LOG.error(
        "the hub does not understand event {}/{}: {}",
        rejected.epoch(),
        rejected.seq(),
        rejected.refusal());
    problems.report(REJECTED, true);
  }

  @Override
  public Version have(PageKind kind) {
    return replica.have(kind);
  }

  @Override
  public Version toward(PageKind kind) {
    return replica.toward(kind);
  }

  @Override
  public boolean apply(Page page) {
    Applied applied = replica.apply(page);
    changed();
    return applied == Applied.MORE;
  }
}
