package io.jinlin.hub.collection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Check;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.RandomId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** What staff decide about who may collect children. Any thread may call. */
public final class CollectionDesk {
  /** Youngest age that can be set for leaving alone, in years. */
  public static final int MIN_ALONE_AGE = 6;

  /** Oldest age that can be set for leaving alone, in years. */
  public static final int MAX_ALONE_AGE = 18;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What the desk works with.
   *
   * @param site the site that codes are of
   * @param random a cryptographic source: codes are secrets
   */
  public record Parts(
      String site,
      ZoneId zone,
      Database database,
      Ledger ledger,
      InstantSource clock,
      RandomGenerator random) {}

  private final Parts parts;
  private final CollectionBook book;

  public CollectionDesk(Parts parts) {
    this.parts = parts;
    this.book = new CollectionBook(parts.clock(), parts.zone(), parts.random());
  }

  /** What was decided for a child, the newest first, with what is over. */
  public record Child(List<Ban> bans, List<DelegateCode> codes, List<Alone> alone, int aloneFrom) {}

  /** What was decided for a child. */
  public Child child(long child) {
    return parts
        .database()
        .read(
            db -> {
              CollectionTable table = new CollectionTable(db);
              return new Child(
                  table.bans(child), table.codesOf(child), table.alone(child), table.aloneFrom());
            });
  }

  /** The site's day now. */
  public LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), parts.zone());
  }

  /** Writes down that somebody must not collect a child; done with its id. */
  public CompletableFuture<String> ban(
      long child, OptionalLong adult, String who, String reason, String by) {
    String id = RandomId.next(parts.random());
    return write(
            deed("ban", by)
                .put("id", id)
                .put("child", child)
                .put("adult", adult.orElse(0))
                .put("who", who)
                .put("reason", reason))
        .thenApply(done -> id);
  }

  /** The ban of an id. */
  public Optional<Ban> findBan(String id) {
    return parts.database().read(db -> new CollectionTable(db).ban(id));
  }

  /** Ends a ban; it stays readable. */
  public CompletableFuture<Boolean> endBan(String id, String reason, String by) {
    return write(deed("ban-end", by).put("id", id).put("reason", reason));
  }

  /**
   * A new code.
   *
   * @param code what its QR says; it stands nowhere else and is not kept
   */
  public record Made(DelegateCode delegate, CardCode code) {
    /** Without the code. */
    @Override
    public String toString() {
      return delegate.toString();
    }
  }

  /**
   * Makes a code for a named adult.
   *
   * @param wanted with any keys and times of making: they are drawn here
   */
  public CompletableFuture<Made> makeCode(Wanted wanted, String by) {
    CardCode code = CardCode.random(parts.random());
    CardKeys keys = code.keys(parts.site());
    DelegateCode delegate =
        new DelegateCode(
            keys,
            wanted.name(),
            wanted.relation(),
            wanted.phone(),
            wanted.children(),
            wanted.fromMillis(),
            wanted.untilMillis(),
            parts.clock().millis(),
            by,
            OptionalLong.empty(),
            "");
    ObjectNode deed =
        deed("code", by)
            .put("ref", keys.ref().text())
            .put("key", HexFormat.of().formatHex(keys.key()))
            .put("name", wanted.name())
            .put("relation", wanted.relation())
            .put("phone", wanted.phone())
            .put("from", wanted.fromMillis())
            .put("until", wanted.untilMillis());
    wanted.children().forEach(deed.putArray("children")::add);
    return write(deed).thenApply(done -> new Made(delegate, code));
  }

  /**
   * A code as it is asked for: see {@link DelegateCode}.
   *
   * @param children persons with a living card
   */
  public record Wanted(
      String name,
      String relation,
      String phone,
      List<Long> children,
      long fromMillis,
      long untilMillis) {
    public Wanted {
      children = List.copyOf(children);
    }

    /** Without name and phone. */
    @Override
    public String toString() {
      return "Wanted[" + children.size() + "]";
    }
  }

  /** Whether kiosks can name a child: by its living card. */
  public boolean hasCard(long child) {
    return parts.database().read(db -> CollectionBook.livingCard(db, child).isPresent());
  }

  /** The code of a reference. */
  public Optional<DelegateCode> findCode(CardRef ref) {
    return parts.database().read(db -> new CollectionTable(db).code(ref));
  }

  /** Takes a code back. */
  public CompletableFuture<Boolean> withdraw(CardRef ref, String by) {
    return over(ref, CollectionBook.WITHDRAWN, by);
  }

  /** A child is being handed over with a code: no kiosk takes it again. */
  public CompletableFuture<Boolean> use(CardRef ref, String by) {
    return over(ref, CollectionBook.USED, by);
  }

  private CompletableFuture<Boolean> over(CardRef ref, String why, String by) {
    return write(deed("code-over", by).put("ref", ref.text()).put("why", why));
  }

  /** Whether a child is old enough on a day to leave alone. */
  public boolean isOldEnough(long child, LocalDate day) {
    return parts.database().read(db -> new Collectors(db, day).isOldEnough(child, day));
  }

  /** Writes down that a guardian signed for a child to leave alone; both days included. */
  public CompletableFuture<String> allowAlone(
      long child, LocalDate from, LocalDate until, String signer, String by) {
    String id = RandomId.next(parts.random());
    return write(
            deed("alone", by)
                .put("id", id)
                .put("child", child)
                .put("from", from.toString())
                .put("until", until.toString())
                .put("signer", signer))
        .thenApply(done -> id);
  }

  /** The child of an authorisation. */
  public OptionalLong childOfAlone(String id) {
    return parts.database().read(db -> new CollectionTable(db).childOfAlone(id));
  }

  /** Ends an authorisation; it stays readable. */
  public CompletableFuture<Boolean> endAlone(String id, String by) {
    return write(deed("alone-end", by).put("id", id));
  }

  /** Somebody has seen that a card was refused, up to a time. */
  public CompletableFuture<Boolean> refusalSeen(CardRef ref, long upToMillis, String by) {
    return write(deed("refusal-seen", by).put("ref", ref.text()).put("upTo", upToMillis));
  }

  /** Sets from which age children may leave alone, in years. */
  public CompletableFuture<Boolean> setAloneFrom(int years, String by) {
    Check.range("years", years, MIN_ALONE_AGE, MAX_ALONE_AGE);
    return write(deed("rule", by).put("aloneFrom", years));
  }

  private ObjectNode deed(String deed, String by) {
    Check.note("by", by);
    return JSON.createObjectNode()
        .put("deed", deed)
        .put("at", parts.clock().millis())
        .put("by", by);
  }

  private CompletableFuture<Boolean> write(ObjectNode deed) {
    byte[] body = deed.toString().getBytes(StandardCharsets.UTF_8);
    return parts
        .ledger()
        .write(
            CollectionBook.KIND,
            body,
            db -> {
              book.apply(db, body);
              return true;
            });
  }
}
