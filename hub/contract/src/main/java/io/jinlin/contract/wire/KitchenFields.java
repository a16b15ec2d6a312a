package io.jinlin.contract.wire;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.event.WordTable;
import java.util.OptionalInt;

/** The fields of what the kitchen and the counter record. */
final class KitchenFields {
  private static final WordTable<Fact.Serving.Kind> KINDS = WordTable.of(Fact.Serving.Kind.class);
  private static final WordTable<Way> WAYS = WordTable.of(Way.class);

  private KitchenFields() {}

  static void put(JsonLine line, Fact fact) {
    if (fact instanceof Fact.Serving serving) {
      line.put("occasion", serving.occasion().text()).put("kind", KINDS.word(serving.kind()));
      if (serving.person() != 0) {
        line.put("person", serving.person());
      }
      serving.ref().ifPresent(ref -> line.put("ref", ref.text()));
      line.put("way", WAYS.word(serving.way()))
          .put("portions", serving.portions())
          .put("reason", serving.reason())
          .put("by", serving.by());
    } else if (fact instanceof Fact.Stock stock) {
      line.put("occasion", stock.occasion().text());
      stock.cooked().ifPresent(portions -> line.put("cooked", portions));
      line.put("sold_out", stock.soldOut()).put("by", stock.by());
    }
  }

  static Fact serving(String place, String by, Fields fields) {
    return new Fact.Serving(
        place,
        fields.occasion("occasion"),
        fields.word("kind", KINDS),
        fields.number("person", 0),
        fields.optionalRef("ref"),
        fields.word("way", WAYS),
        fields.integer("portions"),
        fields.text("reason"),
        by);
  }

  static Fact stock(String place, String by, Fields fields) {
    return new Fact.Stock(
        place,
        fields.occasion("occasion"),
        fields.has("cooked") ? OptionalInt.of(fields.integer("cooked")) : OptionalInt.empty(),
        fields.flag("sold_out"),
        by);
  }
}
