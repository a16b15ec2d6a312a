package io.jinlin.kiosk.demo;

import io.jinlin.edge.decide.Label;
import io.jinlin.kiosk.reader.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cards that can be shown in demo mode: a few of each kind from the sample community's file
 * (code, kind, hint and perhaps more, separated by tabs), and codes that people hold up by mistake.
 */
public final class SampleCards {
  /** Most cards offered, so that they fit the screen without scrolling. */
  public static final int MAX_CARDS = 9;

  private static final int MAX_LINES = 20_000;
  private static final int OF_A_KIND = 2;
  private static final int COLUMNS = 3;

  /** WeChat Pay's published shape, with a number that belongs to nobody. */
  private static final String PAYMENT = "134567890123456789";

  private static final String WEB = "https://example.org/menu";

  private final Map<String, Card> cards;

  /** A card that can be shown. */
  private record Card(Label label, String text) {}

  /** A card as the page knows it, without its code. */
  public record Offer(String id, Label label) {}

  private SampleCards(Map<String, Card> cards) {
    this.cards = cards;
  }

  /** No cards: not in demo mode. */
  public static SampleCards none() {
    return new SampleCards(Map.of());
  }

  /**
   * Reads the file.
   *
   * @throws IOException when it cannot be read; the message says what to do
   */
  public static SampleCards read(Path file) throws IOException {
    List<String[]> lines;
    try (Stream<String> text = Files.lines(file, StandardCharsets.UTF_8)) {
      lines =
          text.limit(MAX_LINES)
              .filter(line -> line.startsWith("J1"))
              .map(line -> line.split("\t", COLUMNS + 1))
              .filter(columns -> columns.length >= COLUMNS)
              .toList();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      throw new IOException(
          "the sample cards in "
              + file
              + " cannot be read: make them with \"hub sample\", or set demo=false",
          unreadable);
    }
    Map<String, Card> cards = new LinkedHashMap<>();
    for (Card card : chosen(lines)) {
      cards.put("card-" + (cards.size() + 1), card);
    }
    cards.put("payment", new Card(new Label("付款码", "Payment code"), PAYMENT));
    cards.put("web", new Card(new Label("网页码", "Web code"), WEB));
    if (!lines.isEmpty()) {
      cards.put("worn", new Card(new Label("坏卡", "Worn card"), worn(lines.get(0)[0])));
    }
    return new SampleCards(cards);
  }

  /** The first few of every kind, kinds in the order of the file. */
  private static List<Card> chosen(List<String[]> lines) {
    Map<String, Integer> taken = new LinkedHashMap<>();
    List<Card> chosen = new ArrayList<>();
    for (String[] line : lines) {
      boolean wanted = taken.merge(line[1], 1, Integer::sum) <= OF_A_KIND;
      if (wanted && chosen.size() < MAX_CARDS) {
        chosen.add(new Card(new Label(line[2], line[2]), line[0]));
      }
    }
    return chosen;
  }

  /** One character rubbed off and another in its place: the check of the code tells. */
  private static String worn(String code) {
    char last = code.charAt(code.length() - 1);
    return code.substring(0, code.length() - 1) + (last == '0' ? '1' : '0');
  }

  /** What the page offers. */
  public List<Offer> offers() {
    return cards.entrySet().stream()
        .map(entry -> new Offer(entry.getKey(), entry.getValue().label()))
        .toList();
  }

  /** A picture of the card's code, as a camera would see it. */
  public Optional<Frame> picture(String id) {
    return Optional.ofNullable(cards.get(id)).map(card -> QrPicture.of(card.text()));
  }
}
