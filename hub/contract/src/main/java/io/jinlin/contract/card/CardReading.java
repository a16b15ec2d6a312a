package io.jinlin.contract.card;

/** What a scanned text turned out to be. */
public sealed interface CardReading {
  /** Longest text looked at, in characters; a QR code holds 4,296 at most (ISO/IEC 18004). */
  int MAX_TEXT_LENGTH = 4_296;

  /** A card of ours, of this site or another. */
  record Card(CardCode code) implements CardReading {}

  /** Something else, with what it seems to be. */
  record NotACard(CardRefusal refusal) implements CardReading {}
}
