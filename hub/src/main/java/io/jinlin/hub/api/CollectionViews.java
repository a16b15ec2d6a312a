package io.jinlin.hub.api;

import io.jinlin.contract.event.Words;
import io.jinlin.hub.attendance.Pickups;
import io.jinlin.hub.collection.Alone;
import io.jinlin.hub.collection.Ban;
import io.jinlin.hub.collection.CollectionDesk;
import io.jinlin.hub.collection.Collector;
import io.jinlin.hub.collection.DelegateCode;
import io.jinlin.hub.live.RowMaker;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.store.Rows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What was decided about collecting, and what happens at the door, as pages show it. */
final class CollectionViews {
  private static final String GUARDIANS =
      "SELECT p.id, p.name, g.relation, coalesce(p.phone, ''), g.collects FROM guardian g"
          + " JOIN person p ON p.id = g.adult WHERE g.child = ? AND p.died IS NULL"
          + " ORDER BY g.collects DESC, g.relation";

  private final Api.Parts parts;

  CollectionViews(Api.Parts parts) {
    this.parts = parts;
  }

  /** A guardian; {@code collects} as the register says, whatever was decided since. */
  record GuardianView(long person, String name, String relation, String phone, boolean collects) {}

  /** A ban; {@code ended} 0 while it holds. */
  record BanView(String id, String who, String reason, long at, String by, long ended) {}

  /** A code; {@code over} 0 while nobody used or withdrew it. */
  record CodeView(
      String ref,
      String name,
      String relation,
      String phone,
      List<String> children,
      long from,
      long until,
      long at,
      String by,
      long over,
      String why) {}

  /** An authorisation; {@code ended} 0 while it holds. */
  record AloneView(
      String id, LocalDate from, LocalDate until, String signer, long at, String by, long ended) {}

  Object child(Person child, CollectionDesk.Child decided) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("person", child.id());
    view.put("name", child.name());
    view.put("age", child.age(parts.collectionDesk().today()));
    view.put("guardians", guardians(child.id()));
    view.put("bans", decided.bans().stream().map(CollectionViews::ban).toList());
    view.put("codes", decided.codes().stream().map(this::code).toList());
    view.put("alone", decided.alone().stream().map(CollectionViews::alone).toList());
    view.put("aloneFrom", decided.aloneFrom());
    return view;
  }

  private List<GuardianView> guardians(long child) {
    return parts
        .database()
        .read(
            db ->
                Rows.all(
                    db,
                    GUARDIANS,
                    row ->
                        new GuardianView(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5) != 0),
                    child));
  }

  static BanView ban(Ban ban) {
    return new BanView(
        ban.id(), ban.who(), ban.reason(), ban.atMillis(), ban.by(), millis(ban.endedMillis()));
  }

  private CodeView code(DelegateCode code) {
    List<String> names =
        parts
            .database()
            .read(
                db ->
                    Rows.all(
                        db,
                        "SELECT name FROM pickup_code_child c JOIN person p ON p.id = c.child"
                            + " WHERE c.ref = ? ORDER BY p.id",
                        row -> row.getString(1),
                        (Object) code.keys().ref().bytes()));
    return new CodeView(
        code.keys().ref().text(),
        code.name(),
        code.relation(),
        code.phone(),
        names,
        code.fromMillis(),
        code.untilMillis(),
        code.atMillis(),
        code.by(),
        millis(code.overMillis()),
        code.overWhy());
  }

  private static AloneView alone(Alone alone) {
    return new AloneView(
        alone.id(),
        alone.from(),
        alone.until(),
        alone.signer(),
        alone.atMillis(),
        alone.by(),
        millis(alone.endedMillis()));
  }

  private static long millis(OptionalLong value) {
    return value.orElse(0);
  }

  /** An adult at the door; {@code code} for one with a delegate's code. */
  record AdultView(String name, String phone, String card, boolean code) {}

  /** A child that is asked for. */
  record AskedView(
      String ref, long person, String name, String relation, boolean seen, List<BanView> bans) {}

  /** An adult to whom the teacher may hand children. */
  record HandOverView(
      String event, String place, AdultView adult, long at, List<AskedView> children) {}

  /** An adult who was refused. */
  record RefusedView(
      String ref,
      String place,
      AdultView adult,
      String why,
      long at,
      List<String> children,
      int times) {}

  static HandOverView view(Pickups.HandOver over) {
    return new HandOverView(
        RowMaker.name(over.event()),
        over.place(),
        adult(over.adult()),
        over.atMillis(),
        over.children().stream()
            .map(
                one ->
                    new AskedView(
                        one.ref().text(),
                        one.person(),
                        one.name(),
                        one.relation(),
                        one.seen(),
                        one.bans().stream().map(CollectionViews::ban).toList()))
            .toList());
  }

  static RefusedView view(Pickups.Refused refused) {
    return new RefusedView(
        refused.adult().ref().text(),
        refused.place(),
        adult(refused.adult()),
        Words.of(refused.why()),
        refused.atMillis(),
        refused.children(),
        refused.times());
  }

  private static AdultView adult(Collector adult) {
    return new AdultView(adult.name(), adult.phone(), adult.cardEnd(), adult.code().isPresent());
  }
}
