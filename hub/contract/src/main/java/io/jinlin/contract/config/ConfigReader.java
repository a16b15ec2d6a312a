package io.jinlin.contract.config;

import io.jinlin.contract.event.WordTable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Typed settings from properties files (UTF-8) and {@code key=value} pairs of the command line;
 * what comes later wins. Each getter names a key that there may be; problems are collected, and
 * {@link #finish} refuses them all at once, unknown keys too. So a config record is filled like
 * this:
 *
 * <pre>{@code
 * ConfigReader reader = ConfigReader.load(List.of(file), sets);
 * int port = reader.integer("http.port", 8080, 0, 65535);
 * Secret password = reader.secret("hub.password");
 * reader.finish();
 * return new HubConfig(port, password);
 * }</pre>
 */
public final class ConfigReader {
  /** Longest value of a setting, in characters. */
  public static final int MAX_VALUE_LENGTH = 1_024;

  private final TreeMap<String, String> values = new TreeMap<>();
  private final Set<String> known = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  private ConfigReader() {}

  /**
   * Reads the files, then the pairs.
   *
   * @param sets {@code key=value} each
   */
  public static ConfigReader load(List<Path> files, List<String> sets) {
    ConfigReader reader = new ConfigReader();
    files.forEach(reader::add);
    sets.forEach(reader::add);
    return reader;
  }

  private void add(Path file) {
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException unreadable) {
      problems.add("cannot read settings from " + file + ": " + unreadable);
    }
    properties.stringPropertyNames().forEach(key -> add(key, properties.getProperty(key)));
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      problems.add("--set needs key=value with a key before the equals sign");
    } else {
      add(pair.substring(0, equals).strip(), pair.substring(equals + 1));
    }
  }

  private void add(String key, String value) {
    if (value.length() > MAX_VALUE_LENGTH) {
      problems.add(key + " is longer than " + MAX_VALUE_LENGTH + " characters");
    } else {
      values.put(key, value.strip());
    }
  }

  /** A text, or another one when it is absent or empty. */
  public String text(String key, String otherwise) {
    return optionalText(key).orElse(otherwise);
  }

  /** A text that must be there; an empty one stands for it until {@link #finish} refuses. */
  public String text(String key) {
    return optionalText(key).orElseGet(() -> missing(key));
  }

  /** A text, if it is there and not empty. */
  public Optional<String> optionalText(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  /** A secret that must be there. */
  public Secret secret(String key) {
    return new Secret(text(key));
  }

  /** A secret, if it is there. */
  public Optional<Secret> optionalSecret(String key) {
    return optionalText(key).map(Secret::new);
  }

  /** A file or folder, or another one when it is absent. */
  public Path path(String key, Path otherwise) {
    Optional<String> text = optionalText(key);
    try {
      return text.map(Path::of).orElse(otherwise);
    } catch (InvalidPathException notAPath) {
      problems.add(key + " is not a path");
      return otherwise;
    }
  }

  /** A whole number within bounds, both included, or another one when it is absent. */
  public int integer(String key, int otherwise, int least, int most) {
    return (int) number(key, otherwise, least, most);
  }

  /** A whole number within bounds, both included, or another one when it is absent. */
  public long number(String key, long otherwise, long least, long most) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // The answer below covers it.
    }
    problems.add(
        key + " must be a whole number from " + least + " to " + most + ", not " + text.get());
    return otherwise;
  }

  /** {@code true} or {@code false}, or another one when it is absent. */
  public boolean flag(String key, boolean otherwise) {
    String text = text(key, String.valueOf(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      problems.add(key + " must be true or false, not " + text);
      return otherwise;
    }
    return text.equals("true");
  }

  /** One of an enumeration by its wire word, or another one when it is absent. */
  public <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
    WordTable<E> words = WordTable.of(type);
    String text = text(key, words.word(otherwise));
    return words
        .find(text)
        .orElseGet(
            () -> {
              problems.add(key + " must be one of " + String.join(", ", words.words()));
              return otherwise;
            });
  }

  /** Notes a problem that the caller found, for example two settings that exclude each other. */
  public void problem(String problem) {
    problems.add(problem);
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigException naming every wrong value, missing key and unknown key
   */
  public void finish() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        problems.add(unknown(key));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  private String unknown(String key) {
    return "unknown setting \""
        + key
        + "\""
        + Suggestion.of(key, known)
            .map(near -> ", did you mean \"" + near + "\"?")
            .orElse("; known are " + String.join(", ", known));
  }

  private String missing(String key) {
    problems.add(key + " is missing: set it in the settings file or with --set " + key + "=…");
    return "";
  }
}
