package io.jinlin.hub.cards;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Cards that were given out together.
 *
 * @param cards how many
 * @param printable whether their codes can still be printed: nobody confirmed that they are handed
 *     out, and the key of their codes is on this machine
 * @param confirmedMillis when somebody confirmed it
 */
public record CardBatch(
    String id,
    long atMillis,
    String account,
    int cards,
    boolean printable,
    OptionalLong confirmedMillis,
    Optional<String> confirmedBy) {}
