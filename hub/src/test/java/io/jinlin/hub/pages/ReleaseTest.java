package io.jinlin.hub.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.live.RowMaker;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kiosks learn of meals that staff enter or take back. */
class ReleaseTest {
  private static final Occasion LUNCH =
      new Occasion(Occasion.Kind.MEAL, "lunch", LocalDate.of(2026, 11, 24));

  @TempDir Path folder;

  private static Fact.Scan meal(CardRef ref) {
    return new Fact.Scan(
        "canteen",
        ref,
        Outcome.ACCEPTED,
        Optional.of(LUNCH),
        Optional.of(Way.DINE_IN),
        0,
        Input.CAMERA);
  }

  private static List<Item> items(Claims claims) {
    return claims.after("kiosk-1", Version.NONE, Version.NONE).items().stream()
        .flatMap(bytes -> ItemCodec.decode(PageKind.CLAIMS, bytes).toOptional().stream())
        .toList();
  }

  @Test
  void aMealTakenBackIsReleasedAtTheTimeTheKioskRememberedAndAForgottenCardIsClaimed()
      throws Exception {
    try (TestHub hub = TestHub.start(folder)) {
      Claims claims =
          new Claims(hub.apiParts().database(), hub.clock(), ZoneId.of("Asia/Shanghai"), "start");
      hub.ledger().onCommitted(claims::accept);
      CardRef elder = hub.cards("elder").get(0);
      CardRef other = hub.cards("elder").get(1);
      long at = TestHub.NOON - 60_000;
      String event = hub.sent("kiosk-canteen-1", meal(elder), at);
      hub.ledger()
          .append(
              new Fact.Serving(
                  "canteen",
                  LUNCH,
                  Fact.Serving.Kind.FORGOTTEN_CARD,
                  5,
                  Optional.of(other),
                  Way.DINE_IN,
                  1,
                  "忘带卡",
                  "cook"))
          .join();
      Version before = claims.latest();
      await().until(() -> items(claims).size() == 2);
      assertThat(items(claims)).allMatch(Item.Claim.class::isInstance);

      hub.ledger()
          .append(new Fact.Voiding("canteen", RowMaker.parse(event).orElseThrow(), "拿错卡", "cook"))
          .join();

      await().until(() -> !claims.latest().term().equals(before.term()));
      assertThat(items(claims))
          .containsExactly(
              new Item.Claim(1, other, LUNCH, TestHub.NOON), new Item.Release(2, elder, LUNCH, at));
    }
  }
}
