package io.jinlin.hub.copies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.settlement.Account;
import io.jinlin.hub.settlement.Settlement;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.RandomId;
import io.jinlin.hub.store.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Hands a person what the hub keeps of them (PIPL art. 45), with a receipt that stands in both
 * files before the copy is given away. The confidential programme's store is never asked, for
 * nobody: a copy says in the same words to everybody whom to ask.
 */
public final class Copies {
  /** Its kind of journal entry. */
  public static final String KIND = "copy";

  /** Does again what a journal entry says. */
  public static final JournalHandler REPLAY = Copies::replay;

  private static final String ADD =
      "INSERT INTO person_copy (id, person, at, account, digest, bytes) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String OF_PERSON =
      "SELECT id, person, at, account, digest, bytes FROM person_copy WHERE person = ?"
          + " ORDER BY at DESC, id";

  private final Parts parts;

  /**
   * What it needs.
   *
   * @param placeNames of their identifiers
   */
  public record Parts(
      Database database,
      Ledger ledger,
      Settlement settlement,
      UnaryOperator<String> placeNames,
      InstantSource clock,
      ZoneId zone,
      RandomGenerator random) {}

  /** A copy: its receipt and the zip file. */
  public record Copy(CopyReceipt receipt, byte[] zip) {}

  public Copies(Parts parts) {
    this.parts = parts;
  }

  /**
   * Makes a copy, whose receipt is not written yet; empty when there is no such person. May wait
   * for the disk.
   */
  public Optional<Copy> make(long person, String account) {
    List<Section> sections =
        new ArrayList<>(
            parts
                .database()
                .read(db -> new CopyTables(db, parts.zone(), parts.placeNames()).of(person)));
    if (sections.isEmpty()) {
      return Optional.empty();
    }
    Account owed = parts.settlement().account(person);
    sections.add(charges(owed));
    sections.add(payments(owed));
    long now = parts.clock().millis();
    String id = RandomId.next(parts.random());
    LocalDateTime at = LocalDateTime.ofInstant(Instant.ofEpochMilli(now), parts.zone());
    byte[] zip = new CopyFile().write(id, at, account, sections);
    return Optional.of(
        new Copy(new CopyReceipt(id, person, now, account, digest(zip), zip.length), zip));
  }

  /** Writes a receipt; done once it is in both files. */
  public CompletableFuture<Copy> hand(Copy copy) {
    byte[] body = body(copy.receipt());
    return parts.ledger().write(KIND, body, db -> add(db, copy.receipt())).thenApply(done -> copy);
  }

  /** The receipts of a person, the newest first. */
  public List<CopyReceipt> of(long person) {
    return parts.database().read(db -> Rows.all(db, OF_PERSON, Copies::receipt, person));
  }

  private static Section charges(Account account) {
    List<List<String>> rows = new ArrayList<>();
    for (Account.Charge one : account.charges()) {
      rows.add(
          List.of(
              one.day().toString(),
              one.period(),
              one.way().map(Words::of).orElse(""),
              one.price().rule(),
              yuan(one.price().fullFen()),
              yuan(one.price().subsidyFen()),
              yuan(one.price().paysFen())));
    }
    List<String> columns = List.of("day", "meal", "way", "rule", "full", "subsidy", "pays");
    return new Section("charges", columns, rows);
  }

  private static Section payments(Account account) {
    List<List<String>> rows = new ArrayList<>();
    for (Account.Paid one : account.payments()) {
      rows.add(
          List.of(
              one.payment().day().toString(),
              one.payment().receipt(),
              yuan(one.payment().fen()),
              Words.of(one.payment().method()),
              one.payment().by(),
              one.payment().note(),
              one.voided().orElse("")));
    }
    List<String> columns = List.of("day", "receipt", "paid", "method", "account", "note", "void");
    return new Section("payments", columns, rows);
  }

  private static String yuan(int fen) {
    String sign = fen < 0 ? "-" : "";
    return sign + String.format(Locale.ROOT, "%d.%02d", Math.abs(fen) / 100, Math.abs(fen) % 100);
  }

  private static String digest(byte[] zip) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] body(CopyReceipt receipt) {
    return new JsonMapper()
        .createObjectNode()
        .put("id", receipt.id())
        .put("person", receipt.person())
        .put("at", receipt.atMillis())
        .put("account", receipt.account())
        .put("digest", receipt.digest())
        .put("bytes", receipt.bytes())
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void replay(Connection db, byte[] body) throws SQLException {
    try {
      JsonNode read = new JsonMapper().readTree(body);
      add(
          db,
          new CopyReceipt(
              read.path("id").asText(),
              read.path("person").asLong(),
              read.path("at").asLong(),
              read.path("account").asText(),
              read.path("digest").asText(),
              read.path("bytes").asInt()));
    } catch (IOException e) {
      throw new SQLException("reading the receipt of a copy", e);
    }
  }

  private static int add(Connection db, CopyReceipt receipt) throws SQLException {
    return Rows.change(
        db,
        ADD,
        receipt.id(),
        receipt.person(),
        receipt.atMillis(),
        receipt.account(),
        receipt.digest(),
        receipt.bytes());
  }

  private static CopyReceipt receipt(ResultSet row) throws SQLException {
    return new CopyReceipt(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6));
  }
}
