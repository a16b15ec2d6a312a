package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.collection.CollectionDesk;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.residents.Sex;
import io.jinlin.hub.store.Rows;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What was decided about collecting outlives an older backup. */
class CollectionRestoreTest extends CoreFixture {
  private static final long CHILD = 1;
  private static final long ADULT = 2;
  private static final long HOUR_MS = 3_600_000;

  private static Person person(long id, String name, int born) {
    return new Person(
        id,
        OptionalLong.empty(),
        name,
        Sex.FEMALE,
        LocalDate.of(born, 2, 3),
        Optional.empty(),
        "zh",
        Person.Role.RESIDENT,
        Optional.empty());
  }

  private CollectionDesk desk(Core core) {
    return new CollectionDesk(
        new CollectionDesk.Parts(
            config.site(),
            config.zone(),
            core.database(),
            core.ledger(),
            InstantSource.system(),
            new SecureRandom()));
  }

  private static <T> T done(CompletableFuture<T> work) throws Exception {
    return work.get(20, TimeUnit.SECONDS);
  }

  private static CardRef code(CollectionDesk desk) throws Exception {
    long now = System.currentTimeMillis();
    CollectionDesk.Wanted wanted =
        new CollectionDesk.Wanted("赵小红", "邻居", "", List.of(CHILD), now, now + HOUR_MS);
    return done(desk.makeCode(wanted, "demo")).delegate().keys().ref();
  }

  @Test
  void aRestoredHubStillKnowsWhoMustNotCollectWhichCodesHoldAndWhoMayLeaveAlone() throws Exception {
    Path backup;
    CardRef holds;
    CardRef used;
    String ended;
    try (Core core = start()) {
      List<Person> people = List.of(person(CHILD, "林小雨", 2014), person(ADULT, "陈阿英", 1980));
      done(
          core.ledger()
              .write(
                  db -> {
                    new Residents(db).addPersons(people);
                    return 1;
                  }));
      backup = backUp(core);
      CollectionDesk desk = desk(core);
      done(desk.ban(CHILD, OptionalLong.of(ADULT), "陈阿英", "法院裁定", "demo"));
      ended = done(desk.ban(CHILD, OptionalLong.empty(), "张三", "纠缠", "demo"));
      done(desk.endBan(ended, "搬走了", "demo"));
      holds = code(desk);
      used = code(desk);
      done(desk.use(used, "demo"));
      done(desk.allowAlone(CHILD, desk.today(), desk.today(), "妈妈", "demo"));
      done(desk.setAloneFrom(10, "demo"));
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      CollectionDesk desk = desk(core);
      CollectionDesk.Child child = desk.child(CHILD);
      assertThat(child.bans()).hasSize(2);
      assertThat(child.bans()).filteredOn(ban -> !ban.holds()).extracting("id").contains(ended);
      assertThat(desk.findCode(holds).orElseThrow().overMillis()).isEmpty();
      assertThat(desk.findCode(used).orElseThrow().overWhy()).isEqualTo("used");
      assertThat(child.alone()).hasSize(1);
      assertThat(child.aloneFrom()).isEqualTo(10);
      assertThat(told(core, PageKind.REVOCATIONS, used)).isEqualTo(1);
      assertThat(told(core, PageKind.ROSTER, holds)).isEqualTo(1);
    }
  }

  private static long told(Core core, PageKind kind, CardRef ref) {
    String sql = "SELECT count(*) FROM page_item WHERE kind = ? AND key = ? AND NOT gone";
    return core.database().read(db -> Rows.number(db, sql, kind.ordinal(), ref.text()));
  }
}
