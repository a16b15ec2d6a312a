package io.jinlin.edge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.config.ConfigException;
import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.config.Secret;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.doors.BeamPins;
import io.jinlin.edge.doors.BeamSettings;
import io.jinlin.edge.gpio.Gpio;
import io.jinlin.edge.outbox.OutboxLimits;
import io.jinlin.edge.panel.PanelPins;
import io.jinlin.edge.uplink.HubAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentConfigTest {
  private static final String PIN = "0123456789abcdef".repeat(4);

  @Test
  void anEnrolmentFileIsEnough() {
    assertThat(enrolled())
        .isEqualTo(
            new AgentConfig(
                "jinlin",
                "kiosk-1",
                Path.of("data"),
                new HubAddress("127.0.0.1", 18_830, new Secret("secret"), Optional.empty()),
                ClockTrust.AUTO,
                OutboxLimits.DEFAULT,
                WiringConfig.NONE));
  }

  @Test
  void everyKeyIsTaken() {
    AgentConfig config =
        enrolled(
            "data=/d",
            "hub.host=hub.local",
            "hub.port=1",
            "hub.pin=" + PIN,
            "clock.trust=hub",
            "outbox.max_mb=2",
            "door.id=door-1",
            "door.outer_pin=5",
            "door.inner_pin=6",
            "door.broken_high=false",
            "door.pull=down",
            "beam.glitch_ms=1",
            "beam.gap_ms=2",
            "beam.stuck_ms=5000",
            "beam.silent_ms=60000",
            "panel.green_pin=7",
            "panel.amber_pin=8",
            "panel.red_pin=9",
            "panel.buzzer_pin=10");
    assertThat(config)
        .isEqualTo(
            new AgentConfig(
                "jinlin",
                "kiosk-1",
                Path.of("/d"),
                new HubAddress("hub.local", 1, new Secret("secret"), Optional.of(PIN)),
                ClockTrust.HUB,
                new OutboxLimits(2 * 1024 * 1024),
                new WiringConfig(
                    Optional.of(new BeamPins("door-1", 5, 6, false, Gpio.Pull.DOWN)),
                    new BeamSettings(1, 2, 5_000, 60_000),
                    Optional.of(
                        new PanelPins(
                            Optional.of(7), Optional.of(8), Optional.of(9), Optional.of(10))))));
    assertThat(config.outboxFile()).isEqualTo(Path.of("/d/outbox.db"));
    assertThat(config.replicaFile()).isEqualTo(Path.of("/d/replica.db"));
  }

  @Test
  void aPinMayBeWrittenAsToolsPrintIt() {
    String printed = PIN.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    assertThat(enrolled("hub.pin=" + printed).hub().pin()).contains(PIN);
  }

  @Test
  void wrongValuesAreAllNamedAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    "device=Kiosk One",
                    "hub.host=mqtt://hub",
                    "hub.port=0",
                    "hub.pin=abc",
                    "clock.trust=maybe",
                    "outbox.max_mb=0",
                    "door.outer_pin=5"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(
            "site is missing",
            "device must be",
            "hub.password is missing",
            "hub.host must be",
            "hub.port must be",
            "hub.pin must be",
            "clock.trust must be one of",
            "outbox.max_mb must be",
            "a door needs door.id");
  }

  @Test
  void anUnknownKeyIsRefusedWithASuggestion() {
    assertThatThrownBy(() -> enrolled("outbox.max_mbs=3"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("did you mean \"outbox.max_mb\"");
  }

  @Test
  void thePasswordIsNotPrinted() {
    assertThat(enrolled().toString()).doesNotContain("secret");
  }

  private static AgentConfig enrolled(String... more) {
    List<String> sets =
        new ArrayList<>(List.of("site=jinlin", "device=kiosk-1", "hub.password=secret"));
    sets.addAll(List.of(more));
    return read(sets.toArray(String[]::new));
  }

  private static AgentConfig read(String... sets) {
    ConfigReader reader = ConfigReader.load(List.of(), List.of(sets));
    AgentConfig config = AgentConfig.read(reader);
    reader.finish();
    return config;
  }
}
