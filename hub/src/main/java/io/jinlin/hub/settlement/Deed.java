package io.jinlin.hub.settlement;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;

/** What staff do with money; each is an entry of the hub's journal. */
public sealed interface Deed {
  /** Largest amount of one payment, in fen: 100,000 yuan. */
  int MAX_FEN = 10_000_000;

  /** Longest note or reason, in characters. */
  int MAX_NOTE_LENGTH = 80;

  /** How money changes hands. */
  enum Method {
    CASH,
    WECHAT,
    ALIPAY,
    TRANSFER
  }

  /**
   * Money was taken, or given back when negative.
   *
   * @param receipt the receipt's number, {@code 20261124-0007}
   * @param day of the site, by its zone
   */
  record Payment(
      String receipt,
      long person,
      int fen,
      Method method,
      long atMillis,
      LocalDate day,
      String by,
      String note)
      implements Deed {
    public Payment {
      Check.id("receipt", receipt);
      Check.range("fen", fen, -MAX_FEN, MAX_FEN);
      if (fen == 0) {
        throw new IllegalArgumentException("fen is 0");
      }
      Check.range("note", note.length(), 0, MAX_NOTE_LENGTH);
      Check.note("by", by);
    }
  }

  /** A payment was entered wrongly; it stays and no longer counts. */
  record PaymentVoided(String receipt, long atMillis, String by, String reason) implements Deed {
    public PaymentVoided {
      Check.id("receipt", receipt);
      Check.note("reason", reason);
      Check.note("by", by);
    }
  }

  /** The drawer was counted at the end of a day. */
  record CashUp(
      LocalDate day, long atMillis, String by, int expectedFen, int countedFen, String note)
      implements Deed {
    public CashUp {
      Check.range("counted", countedFen, 0, MAX_FEN);
      Check.range("note", note.length(), 0, MAX_NOTE_LENGTH);
      Check.note("by", by);
    }
  }

  /** What meals cost from a day on. */
  record TariffSet(LocalDate validFrom, long atMillis, String by, Tariff tariff) implements Deed {
    public TariffSet {
      Check.note("by", by);
    }
  }
}
