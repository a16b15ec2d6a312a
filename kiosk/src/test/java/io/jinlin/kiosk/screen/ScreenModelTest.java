package io.jinlin.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRefusal;
import io.jinlin.edge.decide.Person;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenModelTest {
  @Test
  void anAcceptedMealSaysWhoAndWhatForThreeSeconds() {
    assertThat(shown("ok-meal"))
        .isEqualTo(
            new JsonObject(
                """
                {"type":"screen","state":"ok","ms":3000,"name":"王*","voice":"王奶奶","language":"zh",
                 "kind":"meal","label":{"zh":"午餐","en":"Lunch"}}"""));
  }

  @Test
  void anUnknownCardIsAnsweredLikeAnyOtherButWithoutAName() {
    JsonObject screen = shown("ok-unknown");
    assertThat(screen.getString("state")).isEqualTo("ok");
    assertThat(screen.getString("name")).isEmpty();
    assertThat(screen.getString("voice")).isEmpty();
  }

  @Test
  void aSecondScanSaysWhenTheFirstWas() {
    JsonObject screen = shown("already-session");
    assertThat(screen.getString("at")).isEqualTo("09:05");
    assertThat(screen.getLong("ms")).isEqualTo(4_000);
    assertThat(screen.getString("kind")).isEqualTo("session");
  }

  @Test
  void aTicketStaysTenSeconds() {
    JsonObject screen = shown("ticket-again");
    assertThat(screen.getInteger("number")).isEqualTo(1201);
    assertThat(screen.getBoolean("repeated")).isTrue();
    assertThat(screen.getLong("ms")).isEqualTo(10_000);
  }

  @Test
  void aQuestionThatNobodyAnswersEndsWithAPersonNotWithSilence() {
    JsonObject screen = shown("ask-4");
    assertThat(screen.getJsonArray("choices")).hasSize(4);
    assertThat(screen.getLong("ms")).isEqualTo(15_000);
    assertThat(screen.getJsonObject("then").getString("state")).isEqualTo("ask-late");
  }

  @Test
  void notNowSaysWhenItOpensIfAnybodyKnows() {
    assertThat(shown("not-now").getString("opens")).isEqualTo("2026-11-24T11:00");
    assertThat(shown("not-now-closed").containsKey("opens")).isFalse();
  }

  @Test
  void seeStaffGivesNoReasonAndNoName() {
    assertThat(shown("see-staff").fieldNames()).containsExactlyInAnyOrder("type", "state", "ms");
  }

  @Test
  void theOtherAnswersHaveTheirOwnStates() {
    assertThat(shown("collecting").getInteger("children")).isEqualTo(2);
    assertThat(shown("left").getString("state")).isEqualTo("left");
    assertThat(shown("untimed").getString("state")).isEqualTo("untimed");
    assertThat(shown("out").getString("reason")).isEqualTo("outbox-full");
  }

  @Test
  void everyKindOfWrongCodeHasItsOwnCalmWords() {
    assertThat(reason(CardRefusal.DAMAGED)).contains("damaged");
    assertThat(reason(CardRefusal.PAYMENT)).contains("payment");
    assertThat(reason(CardRefusal.WEB_ADDRESS)).contains("web-address");
    assertThat(reason(CardRefusal.FOREIGN)).contains("foreign");
    assertThat(reason(CardRefusal.TOO_LONG)).contains("foreign");
    assertThat(reason(CardRefusal.EMPTY)).isEmpty();
  }

  @Test
  void aNeighbourIsAskedForTheNextCardWithinTheSamePatience() {
    JsonObject screen = shown("collected-more");
    assertThat(screen.getString("state")).isEqualTo("collected");
    JsonObject then = screen.getJsonObject("then");
    assertThat(then.getString("step")).isEqualTo("other-card");
    assertThat(screen.getLong("ms") + then.getLong("ms")).isEqualTo(ScreenModel.PROXY_MS);
    assertThat(shown("collected").containsKey("then")).isFalse();
  }

  @Test
  void soldOutAndClosedSayWhatIsNext() {
    assertThat(shown("sold-out").getJsonObject("next").getString("opens"))
        .isEqualTo("2026-11-24T17:00");
    assertThat(shown("closed").getJsonObject("reason").getString("zh")).isEqualTo("台风停开");
  }

  @Test
  void theIdleScreenKnowsWhatOpensNext() {
    PlaceNow now =
        new PlaceNow(
            PlaceNow.Kind.CLOSED,
            Answers.LUNCH,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new PlaceNow.Next(Answers.LUNCH, Answers.DAY.atTime(11, 0))));
    JsonObject json = ScreenModel.now(now);
    assertThat(json.getString("kind")).isEqualTo("closed");
    assertThat(json.getJsonObject("next").getString("opens")).isEqualTo("2026-11-24T11:00");
  }

  @Test
  void noAnswerShowsMoreOfAPersonThanTheMaskedName() {
    Person person = new Person("王*", "王奶奶", "zh");
    assertThat(Answers.all().values())
        .allSatisfy(
            verdict ->
                assertThat(ScreenModel.of(verdict).orElseThrow().getString("name", "王*"))
                    .isIn("", person.name(), "欧阳*"));
  }

  private static JsonObject shown(String name) {
    return ScreenModel.of(Answers.all().get(name)).orElseThrow();
  }

  private static Optional<String> reason(CardRefusal refusal) {
    return ScreenModel.of(new Verdict.NotACard(refusal)).map(screen -> screen.getString("reason"));
  }
}
