package io.jinlin.contract.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.event.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  @TempDir private Path folder;

  @Test
  void laterFilesAndTheCommandLineWin() throws IOException {
    Path first = file("first.properties", "port=1\nname=食堂");
    Path second = file("second.properties", "port=2");
    ConfigReader reader = ConfigReader.load(List.of(first, second), List.of("port=3"));
    assertThat(reader.integer("port", 0, 0, 9)).isEqualTo(3);
    assertThat(reader.text("name")).isEqualTo("食堂");
    assertThat(reader.text("other", "default")).isEqualTo("default");
    assertThat(reader.word("way", Way.class, Way.DINE_IN)).isEqualTo(Way.DINE_IN);
    assertThatCode(reader::finish).doesNotThrowAnyException();
  }

  @Test
  void anUnknownKeyIsRefusedWithTheOneThatWasMeant() {
    ConfigReader reader = ConfigReader.load(List.of(), List.of("htpp.port=1", "zebra=2"));
    reader.integer("http.port", 8080, 0, 65_535);
    assertThatThrownBy(reader::finish)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("unknown setting \"htpp.port\", did you mean \"http.port\"?")
        .hasMessageContaining("unknown setting \"zebra\"; known are http.port");
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    ConfigReader reader =
        ConfigReader.load(
            List.of(), List.of("port=70000", "on=yes", "way=fly", "noequals", "size=abc"));
    reader.integer("port", 1, 0, 65_535);
    reader.number("size", 1, 0, 5);
    reader.flag("on", true);
    reader.word("way", Way.class, Way.DINE_IN);
    reader.secret("password");
    assertThatThrownBy(reader::finish)
        .hasMessageContaining("port must be a whole number from 0 to 65535, not 70000")
        .hasMessageContaining("size must be a whole number")
        .hasMessageContaining("on must be true or false")
        .hasMessageContaining("way must be one of dine-in, collect, deliver, by-proxy")
        .hasMessageContaining("password is missing")
        .hasMessageContaining("--set needs key=value");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    ConfigReader reader = ConfigReader.load(List.of(folder.resolve("none.properties")), List.of());
    assertThatThrownBy(reader::finish).hasMessageContaining("none.properties");
  }

  @Test
  void aSecretIsNeverPrinted() {
    ConfigReader reader = ConfigReader.load(List.of(), List.of("password=hunter2"));
    assertThat(reader.secret("password").value()).isEqualTo("hunter2");
    assertThat(reader.secret("password").toString()).doesNotContain("hunter2");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
