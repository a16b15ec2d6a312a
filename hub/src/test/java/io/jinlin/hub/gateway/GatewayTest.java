package io.jinlin.hub.gateway;

import static io.jinlin.hub.gateway.GatewayFixture.meal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Ask;
import io.jinlin.contract.wire.AskCodec;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.CommandCodec;
import io.jinlin.contract.wire.EpochRange;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Topics;
import io.jinlin.contract.wire.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
  private static final String KIOSK = "kiosk-1";

  @TempDir Path folder;
  private GatewayFixture hub;

  @BeforeEach
  void open() {
    hub = new GatewayFixture(folder, "start-1");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aHelloIsAnsweredWithThePositionInEachEpoch() {
    hub.hello(KIOSK, "n1");
    hub.events(KIOSK, "n1", "e1", 1, meal(1), meal(2));
    hub.hello(KIOSK, "n2", new EpochRange("e1", 1, 5), new EpochRange("e0", 1, 9));

    Ack ack = hub.lastAck();
    assertThat(ack.answer()).isEqualTo(Ack.Answer.HELLO);
    assertThat(ack.nonce()).isEqualTo("n2");
    assertThat(ack.helloMonotonicMillis()).isEqualTo(5_000);
    assertThat(ack.positions())
        .containsExactly(new Ack.Position("e1", 2, 0), new Ack.Position("e0", 0, 0));
  }

  @Test
  void eventsAreAcknowledgedAfterTheCommitAndNotBefore() {
    hub.hello(KIOSK, "n1");
    int sent = hub.endpoint.sent.size();
    byte[] batch = GatewayFixture.batch("n1", "e1", 1, meal(1));
    hub.gateway.received(KIOSK, Topics.Kind.EVENTS, batch, () -> hub.done = 100);
    assertThat(hub.endpoint.sent).hasSize(sent);
    assertThat(hub.done).isLessThan(100);

    hub.ledger.commitNow();
    assertThat(hub.done).isEqualTo(100);
    assertThat(hub.lastAck().answer()).isEqualTo(Ack.Answer.PROGRESS);
    assertThat(hub.lastAck().positions()).containsExactly(new Ack.Position("e1", 1, 0));
  }

  @Test
  void aDeviceWithANonceFromBeforeTheHubsStartIsAskedForHello() {
    hub.hello(KIOSK, "n1");
    hub.close();
    hub = new GatewayFixture(folder, "start-2");
    hub.events(KIOSK, "n1", "e1", 1, meal(1));

    assertThat(hub.lastAck().answer()).isEqualTo(Ack.Answer.UNKNOWN);
    assertThat(hub.lastAck().nonce()).isEqualTo("n1");
    hub.hello(KIOSK, "n2", new EpochRange("e1", 1, 1));
    assertThat(hub.lastAck().positions()).containsExactly(new Ack.Position("e1", 0, 0));
  }

  @Test
  void aBatchThatDoesNotFollowIsNotStoredAndHelloIsAskedFor() {
    hub.hello(KIOSK, "n1");
    hub.events(KIOSK, "n1", "e1", 7, meal(1));

    assertThat(hub.lastAck().answer()).isEqualTo(Ack.Answer.UNKNOWN);
    assertThat(hub.devices.status(KIOSK).problems()).isEmpty();
  }

  @Test
  void aBadHeaderIsRefusedByName() {
    hub.hello(KIOSK, "n1");
    byte[] noNonce = "{\"v\":1,\"epoch\":\"e1\"}\n{}".getBytes(StandardCharsets.UTF_8);
    hub.receive(KIOSK, Topics.Kind.EVENTS, noNonce);

    assertThat(hub.lastAck().answer()).isEqualTo(Ack.Answer.REFUSED);
    assertThat(hub.lastAck().detail()).contains("FIELD_MISSING").contains("nonce");
    assertThat(hub.devices.status(KIOSK).problems()).contains("unreadable-message");
  }

  @Test
  void anythingMayComeOnAnyTopicWithoutHarm() {
    byte[][] payloads = {
      {}, {0}, "null".getBytes(StandardCharsets.UTF_8), new byte[Limits.MAX_MESSAGE_BYTES + 1],
    };
    for (Topics.Kind kind : Topics.Kind.values()) {
      for (byte[] payload : payloads) {
        hub.receive(KIOSK, kind, payload);
      }
    }
    hub.hello(KIOSK, "n1");
    assertThat(hub.lastAck().answer()).isEqualTo(Ack.Answer.HELLO);
  }

  @Test
  void aRejectedLineIsNamedInTheAckAndHeldAgainstTheDevice() {
    hub.hello(KIOSK, "n1");
    hub.events(KIOSK, "n1", "e1", 1, "{}".getBytes(StandardCharsets.UTF_8), meal(1));

    assertThat(hub.lastAck().rejected()).hasSize(1);
    assertThat(hub.lastAck().rejected().get(0).seq()).isEqualTo(1);
    assertThat(hub.devices.status(KIOSK).problems()).containsExactly("rejected-events");
  }

  @Test
  void aHeartbeatComesEveryTenSecondsToADeviceThatIsHeard() {
    hub.hello(KIOSK, "n1");
    int sent = hub.endpoint.sent.size();
    hub.now += Limits.HEARTBEAT_MS - 1;
    hub.gateway.tick();
    assertThat(hub.endpoint.sent).hasSize(sent);

    hub.now += 1;
    hub.gateway.tick();
    assertThat(hub.lastAck().answer()).isEqualTo(Ack.Answer.HEARTBEAT);

    hub.now += Limits.ONLINE_MS + 1;
    sent = hub.endpoint.sent.size();
    hub.gateway.tick();
    assertThat(hub.endpoint.sent).hasSize(sent);
    assertThat(hub.devices.status(KIOSK).online()).isFalse();
  }

  @Test
  void aMealAtOneKioskIsAClaimAtTheOthersWithinATick() {
    hub.hello("kiosk-2", "n2");
    hub.hello(KIOSK, "n1");
    hub.events(KIOSK, "n1", "e1", 1, meal(1));
    hub.gateway.tick();
    hub.gateway.tick();
    Version claims = hub.lastAck().versions().get(PageKind.CLAIMS);
    assertThat(claims.number()).isEqualTo(1);

    Ask ask = new Ask("n2", PageKind.CLAIMS, Version.NONE);
    hub.receive("kiosk-2", Topics.Kind.ASK, AskCodec.encode(ask));
    Page page = PageCodec.decode(hub.last(Topics.Kind.PAGE)).toOptional().orElseThrow();
    assertThat(page.upTo()).isEqualTo(claims);
    Item item = ItemCodec.decode(PageKind.CLAIMS, page.items().get(0)).toOptional().orElseThrow();
    assertThat(item).isInstanceOf(Item.Claim.class);
  }

  @Test
  void aMealTakenBackBeforeItsEventArrivesIsNoClaim() {
    hub.hello(KIOSK, "n1");
    EventId event = new EventId(KIOSK, "e1", 1);
    hub.ledger.append(new Fact.Voiding("canteen", event, "by mistake", "cook"));
    hub.ledger.commitNow();
    hub.gateway.tick();
    hub.events(KIOSK, "n1", "e1", 1, meal(1));
    hub.gateway.tick();
    hub.gateway.tick();

    Ask ask = new Ask("n1", PageKind.CLAIMS, Version.NONE);
    hub.receive(KIOSK, Topics.Kind.ASK, AskCodec.encode(ask));
    Page page = PageCodec.decode(hub.last(Topics.Kind.PAGE)).toOptional().orElseThrow();
    assertThat(page.items())
        .extracting(line -> ItemCodec.decode(PageKind.CLAIMS, line).toOptional().orElseThrow())
        .noneMatch(Item.Claim.class::isInstance);
  }

  @Test
  void anAnsweredCallForHelpReachesTheKiosk() {
    hub.hello(KIOSK, "n1");
    hub.ledger.append(new Fact.HelpAnswer("canteen", KIOSK, "call-1", "director"));
    hub.ledger.commitNow();

    assertThat(CommandCodec.decode(hub.last(Topics.Kind.COMMAND)).toOptional())
        .contains(new Command.HelpAnswered("call-1"));
  }

  @Test
  void aDeviceThatIsLostIsNeitherHeardNorToldAnything() {
    hub.hello("kiosk-1", "n1", new EpochRange("e1", 1, 3));
    hub.events("kiosk-1", "n1", "e1", 1, GatewayFixture.meal(1));
    int done = hub.done;
    hub.devices.deny(Set.of("kiosk-1"));
    hub.endpoint.sent.clear();

    hub.events("kiosk-1", "n1", "e1", 2, GatewayFixture.meal(2));
    hub.hello("kiosk-1", "n2", new EpochRange("e1", 2, 3));
    hub.gateway.command("kiosk-1", new Command.HelpAnswered("call-1"));
    hub.now += Limits.HEARTBEAT_MS + 1;
    hub.gateway.tick();

    assertThat(hub.endpoint.sent).isEmpty();
    assertThat(hub.done).isEqualTo(done);
    assertThat(hub.devices.status("kiosk-1").lastSeenMillis()).isZero();
    hub.devices.deny(Set.of());
    hub.hello("kiosk-1", "n3", new EpochRange("e1", 2, 3));
    assertThat(hub.lastAck().positions()).containsExactly(new Ack.Position("e1", 1, 0));
  }
}
