package io.jinlin.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.config.ConfigException;
import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.config.Secret;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HubConfigTest {
  @Test
  void theDefaultsListenOnThisMachineOnly() {
    assertThat(read())
        .isEqualTo(
            new HubConfig(
                Path.of("data/hub"),
                Path.of("data/hub/journal.db"),
                "jinlin",
                ZoneId.of("Asia/Shanghai"),
                new HubConfig.Address("127.0.0.1", 8080),
                HubConfig.Transport.EMBEDDED,
                new HubConfig.Address("127.0.0.1", 18_830),
                Optional.empty(),
                new HubConfig.Pages(Optional.empty(), Set.of()),
                new HubConfig.Broker(
                    new HubConfig.Address("127.0.0.1", 1_883), "hub", new Secret("")),
                Optional.empty(),
                HubConfig.ClockTrust.AUTO,
                new HubConfig.BackupPlan(Path.of("data/hub/backups"), 24, 14)));
  }

  @Test
  void everyKeyIsTaken() {
    HubConfig config =
        read(
            "data=/d",
            "journal=/j/journal.db",
            "site=kangle",
            "zone=UTC",
            "http.host=0.0.0.0",
            "http.port=1",
            "mqtt.transport=broker",
            "mqtt.host=::1",
            "mqtt.port=2",
            "mqtt.certificate=/c.pem",
            "mqtt.key=/k.pem",
            "broker.host=broker",
            "broker.port=3",
            "broker.user=h",
            "broker.password=p",
            "homeassistant.host=ha",
            "homeassistant.port=4",
            "homeassistant.user=u",
            "homeassistant.password=q",
            "homeassistant.prefix=ha/disco",
            "clock.trust=never",
            "backup.folder=/b",
            "backup.every_hours=1",
            "backup.keep=2");
    assertThat(config)
        .isEqualTo(
            new HubConfig(
                Path.of("/d"),
                Path.of("/j/journal.db"),
                "kangle",
                ZoneId.of("UTC"),
                new HubConfig.Address("0.0.0.0", 1),
                HubConfig.Transport.BROKER,
                new HubConfig.Address("::1", 2),
                Optional.of(new HubConfig.Tls(Path.of("/c.pem"), Path.of("/k.pem"))),
                new HubConfig.Pages(Optional.empty(), Set.of()),
                new HubConfig.Broker(new HubConfig.Address("broker", 3), "h", new Secret("p")),
                Optional.of(
                    new HubConfig.HomeAssistant(
                        new HubConfig.Broker(new HubConfig.Address("ha", 4), "u", new Secret("q")),
                        "ha/disco")),
                HubConfig.ClockTrust.NEVER,
                new HubConfig.BackupPlan(Path.of("/b"), 1, 2)));
  }

  @Test
  void wrongValuesAreAllNamedAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    "site=Kang Le",
                    "zone=Mars/Olympus",
                    "http.port=70000",
                    "mqtt.key=/k.pem",
                    "homeassistant.prefix=home/#",
                    "clock.trust=perhaps",
                    "backup.keep=0"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(
            "site must be",
            "Mars/Olympus is not a time zone",
            "http.port",
            "mqtt.certificate and mqtt.key go together",
            "homeassistant.prefix must be",
            "clock.trust must be one of",
            "backup.keep");
  }

  @Test
  void anUnknownKeyIsRefusedWithASuggestion() {
    assertThatThrownBy(() -> read("backup.every_hour=3"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("did you mean \"backup.every_hours\"");
  }

  @Test
  void aSecretIsNotPrinted() {
    assertThat(read("broker.password=s3cret").toString()).doesNotContain("s3cret");
  }

  private static HubConfig read(String... sets) {
    ConfigReader reader = ConfigReader.load(List.of(), List.of(sets));
    HubConfig config = HubConfig.read(reader);
    reader.finish();
    return config;
  }
}
