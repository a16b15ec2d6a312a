package io.jinlin.hub.sample;

import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.cards.RosterPublisher;
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.places.PlacePages;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.Timetable;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Writes a community into an empty database, all or nothing. */
final class SampleWriter {

  private final Database database;
  private final LocalDate today;
  private final SecureRandom random = new SecureRandom();

  SampleWriter(Database database, LocalDate today) {
    this.database = database;
    this.today = today;
  }

  /** Whether anybody lives in the database. */
  boolean isEmpty() {
    return database.read(db -> Rows.number(db, "SELECT count(*) FROM person") == 0);
  }

  /**
   * Writes everything.
   *
   * @param firstDay of the sample's past
   * @param issuedMillis when the cards were given out
   * @return the devices' passwords, which are kept nowhere else
   */
  Map<Device, String> write(Community community, LocalDate firstDay, long issuedMillis) {
    return database.write(
        db -> {
          people(db, community);
          places(db, community);
          cards(db, community, issuedMillis);
          new RosterPublisher(db, random).publishAll(today);
          SampleMoney.begin(db, firstDay, issuedMillis);
          return devices(db, community, issuedMillis);
        });
  }

  private static void people(Connection db, Community community) throws SQLException {
    Residents residents = new Residents(db);
    residents.addHouseholds(community.households());
    residents.addPersons(community.persons());
    residents.addGuardians(community.guardians());
    residents.addCategories(community.categories());
    residents.addEntitlements(community.entitlements());
    residents.addEnrolments(community.enrolments());
  }

  private void places(Connection db, Community community) throws SQLException {
    Places places = new Places(community.site(), community.places());
    places.save(db);
    PlacePages.publish(db, places);
    SampleDays.begin(db, community.site().zone(), today);
    SampleMenus.write(db, today);
  }

  private static void cards(Connection db, Community community, long issuedMillis)
      throws SQLException {
    List<Card> cards = new ArrayList<>();
    for (SampleCard card : community.cards()) {
      cards.add(
          new Card(
              card.code().keys(community.site().id()),
              card.person(),
              card.number(),
              issuedMillis,
              card.lost() ? OptionalLong.of(issuedMillis) : OptionalLong.empty()));
    }
    new Cards(db).add(cards);
  }

  private Map<Device, String> devices(Connection db, Community community, long nowMillis)
      throws SQLException {
    Map<Device, String> passwords = new LinkedHashMap<>();
    for (Device device : community.devices()) {
      passwords.put(device, DeviceTable.put(db, device, nowMillis, random));
      DeviceTable.nameEnglish(db, device.id(), SamplePlaces.englishName(device));
    }
    return passwords;
  }

  /** The past of the timetable, for the pages that look back. */
  void pastSessions(int days) {
    database.write(
        db -> {
          List<Session> sessions = new ArrayList<>();
          for (int i = days; i > 0; i--) {
            sessions.addAll(SampleTimetable.of(today.minusDays(i)));
          }
          new Timetable(db).add(sessions);
          return sessions.size();
        });
  }
}
