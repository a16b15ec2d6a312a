package io.jinlin.e2e.privacy;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Entitlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a hub knows of its residents, read from its file. */
final class Secrets {
  static final String SITE = "jinlin";
  private static final String MONTH_OF_SAMPLE = "2026-11-01";
  private static final List<String> WORDS = List.of("特困", "低保", "独居", "空巢", "失能", "重残", "留守", "优抚");

  private final Path hub;

  /** Of the hub with this folder. */
  Secrets(Path hub) {
    this.hub = hub;
  }

  private interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String sql, Taker taker) throws SQLException {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + hub.resolve("hub.db"));
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        taker.take(rows);
      }
    }
  }

  /** A name, for planting. */
  String aName() throws SQLException {
    List<String> names = new ArrayList<>();
    each(
        "SELECT name FROM person WHERE length(name) = 3 ORDER BY id LIMIT 1",
        row -> names.add(row.getString(1)));
    return names.get(0);
  }

  /** A phone, for planting. */
  String aPhone() throws SQLException {
    List<String> phones = new ArrayList<>();
    each(
        "SELECT phone FROM person WHERE phone IS NOT NULL ORDER BY id LIMIT 1",
        row -> phones.add(row.getString(1)));
    return phones.get(0);
  }

  /** Names, phones, card numbers, ID numbers and texts of cards: what no log may have. */
  Needles ofLogs() throws SQLException, IOException {
    Needles needles = new Needles();
    each(
        "SELECT id, name, phone FROM person",
        row -> {
          String who = " of " + row.getLong(1);
          needles.text("name" + who, row.getString(2));
          if (row.getString(3) != null) {
            needles.text("phone" + who, row.getString(3));
          }
        });
    each(
        "SELECT person, number, ref FROM card",
        row -> {
          needles.text("card number of " + row.getLong(1), row.getString(2));
          CardRef ref = CardRef.of(row.getBytes(3));
          needles.text("reference of a card of " + row.getLong(1), ref.text());
          needles.bytes("reference of a card of " + row.getLong(1), ref.bytes());
        });
    codes().forEach((number, code) -> needles.text("text of card " + number, code.text()));
    return needles;
  }

  /**
   * All of that but references, with birth dates, entitlements, categories and what opens cards:
   * what no kiosk may have. References are there, and say nothing without the card. A child born in
   * the month of the sample has a birth date that stands there as a day of the timetable.
   */
  Needles ofKiosks() throws SQLException, IOException {
    Needles needles = new Needles();
    each(
        "SELECT id, name, phone, born FROM person",
        row -> {
          String who = " of " + row.getLong(1);
          needles.text("name" + who, row.getString(2));
          if (row.getString(4).compareTo(MONTH_OF_SAMPLE) < 0) {
            needles.text("birth date" + who, row.getString(4));
          }
          if (row.getString(3) != null) {
            needles.text("phone" + who, row.getString(3));
          }
        });
    each(
        "SELECT person, number, key FROM card",
        row -> {
          needles.text("card number of " + row.getLong(1), row.getString(2));
          needles.bytes("key of a card of " + row.getLong(1), row.getBytes(3));
        });
    codes().forEach((number, code) -> needles.text("text of card " + number, code.text()));
    for (Entitlement.Tier tier : Entitlement.Tier.values()) {
      needles.text("tier " + tier, Words.of(tier));
      needles.text("tier " + tier, tier.name());
    }
    for (Category.Kind kind : Category.Kind.values()) {
      needles.text("category " + kind, Words.of(kind));
      needles.text("category " + kind, kind.name());
    }
    WORDS.forEach(word -> needles.text("word " + word, word));
    return needles;
  }

  /** What stands sealed in a kiosk's rows: masked names and forms of address. */
  Needles ofEntries(Map<CardRef, Sealed> rows) throws SQLException {
    Needles needles = new Needles();
    each(
        "SELECT ref, key, person FROM card",
        row -> {
          CardRef ref = CardRef.of(row.getBytes(1));
          Sealed sealed = rows.get(ref);
          if (sealed != null) {
            RosterEntry entry = sealed.open(CardKeys.of(ref, row.getBytes(2)));
            needles.text("masked name of " + row.getLong(3), entry.name());
            needles.text("form of address of " + row.getLong(3), entry.voice());
          }
        });
    return needles;
  }

  /** The sample's cards as they are printed, by what the file says of each. */
  Map<String, CardCode> codes() throws IOException {
    Map<String, CardCode> codes = new LinkedHashMap<>();
    for (String line : Files.readAllLines(hub.resolve("sample-cards.tsv"))) {
      String[] fields = line.split("\t");
      if (CardCode.read(fields[0]) instanceof CardReading.Card card) {
        codes.put(fields[1] + " " + codes.size(), card.code());
      }
    }
    return codes;
  }

  /** A row of a kiosk's roster as it stands on the disk. */
  record Sealed(long version, byte[] bytes) {
    /** What is in it, with the card in the hand. */
    RosterEntry open(CardKeys keys) {
      return Seal.open(keys, version, bytes)
          .flatMap(content -> RosterEntryCodec.decode(content).toOptional())
          .orElseThrow();
    }
  }
}
