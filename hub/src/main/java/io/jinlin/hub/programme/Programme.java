package io.jinlin.hub.programme;

import io.jinlin.hub.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The programme's store. Closed, it is random bytes; an account that is a clinician's or the
 * privacy officer's opens it with a passphrase of its own for one browser and {@link #IDLE_MS}.
 * Every opening, reading and writing is in its own access log before it is answered. Waits for the
 * disk; safe from any thread.
 */
public final class Programme implements AutoCloseable {
  /** Name of the file in the data folder. */
  public static final String FILE = "programme.db";

  /** Without use it closes after so long, in milliseconds. */
  public static final long IDLE_MS = 10 * 60_000L;

  /** Shortest passphrase, in characters. */
  public static final int MIN_PASSPHRASE = 12;

  private static final int MAX_PASSPHRASE = 128;
  private static final int MAX_WRONG = 5;
  private static final long WAIT_MS = 60_000;
  private static final int PLAIN_BYTES =
      BlockFile.BLOCK_BYTES - Crypt.NONCE_BYTES - Crypt.TAG_BYTES;

  private final Path path;
  private final InstantSource clock;
  private final Crypt crypt;
  private final Keys keys;
  private final Map<String, Open> open = new HashMap<>();
  private BlockFile file;
  private int wrong;
  private long wrongMillis;

  private static final class Open {
    final Keys.Wrapped who;
    long usedMillis;

    Open(Keys.Wrapped who, long usedMillis) {
      this.who = who;
      this.usedMillis = usedMillis;
    }
  }

  private Programme(Path path, InstantSource clock, Crypt crypt) {
    this.path = path;
    this.clock = clock;
    this.crypt = crypt;
    this.keys = new Keys(crypt);
    this.file = BlockFile.open(path, crypt);
  }

  /**
   * Opens the file, or makes one that nobody can open yet.
   *
   * @param random a cryptographic source
   */
  public static Programme open(Path path, InstantSource clock, RandomGenerator random) {
    return open(path, clock, random, Crypt.MEMORY_KIB);
  }

  static Programme open(Path path, InstantSource clock, RandomGenerator random, int memoryKib) {
    return new Programme(path, clock, new Crypt(random, memoryKib));
  }

  /** What became of a passphrase. */
  public enum Unlock {
    OPENED,
    WRONG,
    /** Too many wrong ones; after a minute again. */
    WAIT,
    TOO_SHORT
  }

  /** Tries a passphrase for a browser. */
  public synchronized Unlock unlock(String browser, String account, String passphrase) {
    long now = clock.millis();
    if (wrong >= MAX_WRONG && now - wrongMillis < WAIT_MS) {
      return Unlock.WAIT;
    }
    Optional<Keys.Found> found =
        passphrase.length() > MAX_PASSPHRASE
            ? Optional.empty()
            : keys.open(slots(), account, passphrase);
    if (found.isEmpty()) {
      wrong = now - wrongMillis < WAIT_MS ? wrong + 1 : 1;
      wrongMillis = now;
      return Unlock.WRONG;
    }
    wrong = 0;
    open.put(browser, new Open(found.get().wrapped(), now));
    change(browser, "open", 0, content -> content);
    return Unlock.OPENED;
  }

  /**
   * Makes a new, empty store that the privacy officer opens. What was there is kept under another
   * name: nobody can tell from outside whether it held anything.
   */
  public synchronized Unlock create(String browser, String account, String passphrase) {
    if (passphrase.length() < MIN_PASSPHRASE || passphrase.length() > MAX_PASSPHRASE) {
      return Unlock.TOO_SHORT;
    }
    try {
      file.close();
      open.clear();
      Files.move(path, aside());
    } catch (IOException e) {
      throw new StoreException("setting the store aside", new SQLException(e));
    } finally {
      file = BlockFile.open(path, crypt);
    }
    Keys.Wrapped who =
        new Keys.Wrapped(account, Opener.PRIVACY_OFFICER, crypt.random(Crypt.KEY_BYTES));
    int slot = 1;
    List<byte[]> slots = Keys.with(slots(), slot, keys.wrap(slots(), who, passphrase));
    Content first =
        Content.EMPTY.with(List.of(new Content.Holder(slot, account, Opener.PRIVACY_OFFICER)));
    write(slots, who.key(), first.logged(access(who, "create", 0)));
    open.put(browser, new Open(who, clock.millis()));
    return Unlock.OPENED;
  }

  private Path aside() {
    long name = clock.millis();
    while (Files.exists(Path.of(path + ".replaced-" + name))) {
      name++;
    }
    return Path.of(path + ".replaced-" + name);
  }

  /** As what this browser has it open; empty when it has not. */
  public synchronized Optional<Opener> opener(String browser) {
    long now = clock.millis();
    open.values().removeIf(one -> now - one.usedMillis > IDLE_MS);
    return Optional.ofNullable(open.get(browser)).map(one -> one.who.opener());
  }

  /** Closes it for a browser. */
  public synchronized void lock(String browser) {
    open.remove(browser);
  }

  /** What is in it, as this opener may see it; the reading is logged first. */
  public synchronized ProgrammeView read(String browser, int member) {
    Content content = change(browser, "read", member, same -> same);
    return ProgrammeView.of(content, openOf(browser).who.opener());
  }

  /** Changes it, logged in the same write. */
  synchronized Content change(
      String browser, String act, int member, UnaryOperator<Content> change) {
    Open who = openOf(browser);
    who.usedMillis = clock.millis();
    Content after = change.apply(content(who.who.key())).logged(access(who.who, act, member));
    write(slots(), who.who.key(), after);
    return after;
  }

  /** Lets another account open it, or gives it another passphrase. */
  synchronized Unlock addHolder(String browser, String account, Opener opener, String passphrase) {
    if (passphrase.length() < MIN_PASSPHRASE || passphrase.length() > MAX_PASSPHRASE) {
      return Unlock.TOO_SHORT;
    }
    Open who = openOf(browser);
    Content content = content(who.who.key());
    boolean second =
        opener == Opener.CLINICIAN
            && content.holders().stream()
                .anyMatch(one -> one.account().equals(account) && one.opener() != Opener.CLINICIAN);
    if (second) {
      throw new ProgrammeRefusal("invalid", "account");
    }
    List<Content.Holder> rest =
        content.holders().stream().filter(one -> !one.account().equals(account)).toList();
    int slot = free(content, account).orElseThrow(() -> new ProgrammeRefusal("full", "keys"));
    Keys.Wrapped wrapped = new Keys.Wrapped(account, opener, who.who.key());
    List<byte[]> slots = Keys.with(slots(), slot, keys.wrap(slots(), wrapped, passphrase));
    List<Content.Holder> holders = new ArrayList<>(rest);
    holders.add(new Content.Holder(slot, account, opener));
    write(slots, who.who.key(), content.with(holders).logged(access(who.who, "key " + account, 0)));
    return Unlock.OPENED;
  }

  /** Lets an account open it no longer, in any browser. */
  synchronized void removeHolder(String browser, String account) {
    Open who = openOf(browser);
    Content content = content(who.who.key());
    Content.Holder gone =
        content.holders().stream()
            .filter(one -> one.account().equals(account))
            .findFirst()
            .orElseThrow(() -> new ProgrammeRefusal("unknown", "account"));
    if (gone.opener() == Opener.PRIVACY_OFFICER) {
      throw new ProgrammeRefusal("invalid", "account");
    }
    List<byte[]> slots = Keys.with(slots(), gone.slot(), crypt.random(BlockFile.SLOT_BYTES));
    List<Content.Holder> rest =
        content.holders().stream().filter(one -> !one.equals(gone)).toList();
    Content after = content.with(rest).logged(access(who.who, "no key " + account, 0));
    write(slots, who.who.key(), after);
    open.values().removeIf(one -> one.who.account().equals(account));
  }

  private static OptionalInt free(Content content, String account) {
    for (Content.Holder holder : content.holders()) {
      if (holder.account().equals(account)) {
        return OptionalInt.of(holder.slot());
      }
    }
    return IntStream.rangeClosed(1, BlockFile.SLOTS)
        .filter(slot -> content.holders().stream().noneMatch(one -> one.slot() == slot))
        .findFirst();
  }

  private Open openOf(String browser) {
    long now = clock.millis();
    open.values().removeIf(one -> now - one.usedMillis > IDLE_MS);
    return Optional.ofNullable(open.get(browser))
        .orElseThrow(() -> new ProgrammeRefusal("locked", ""));
  }

  private Content.Access access(Keys.Wrapped who, String act, int member) {
    return new Content.Access(clock.millis(), who.account(), act, member);
  }

  private List<byte[]> slots() {
    try {
      return file.slots();
    } catch (SQLException e) {
      throw new StoreException("reading the store", e);
    }
  }

  private Content content(byte[] key) {
    ByteBuffer all = ByteBuffer.allocate(BlockFile.BLOCKS * PLAIN_BYTES);
    try {
      int n = 0;
      for (byte[] block : file.blocks()) {
        Optional<byte[]> plain = crypt.open(key, block, where(n));
        all.put(plain.orElseThrow(() -> new SQLException("a block was changed from outside")));
        n++;
      }
      return Content.read(all.array());
    } catch (SQLException e) {
      throw new StoreException("reading the store", e);
    } finally {
      Arrays.fill(all.array(), (byte) 0);
    }
  }

  private void write(List<byte[]> slots, byte[] key, Content content) {
    byte[] all =
        content
            .padded(BlockFile.BLOCKS * PLAIN_BYTES)
            .orElseThrow(() -> new ProgrammeRefusal("full", "records"));
    List<byte[]> blocks = new ArrayList<>();
    for (int n = 0; n < BlockFile.BLOCKS; n++) {
      byte[] plain = Arrays.copyOfRange(all, n * PLAIN_BYTES, (n + 1) * PLAIN_BYTES);
      blocks.add(crypt.seal(key, plain, where(n)));
    }
    Arrays.fill(all, (byte) 0);
    try {
      file.write(slots, blocks);
    } catch (SQLException e) {
      throw new StoreException("writing the store", e);
    }
  }

  /** A block moved to another place does not open there. */
  private static byte[] where(int block) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(block).array();
  }

  @Override
  public synchronized void close() {
    open.clear();
    file.close();
  }
}
