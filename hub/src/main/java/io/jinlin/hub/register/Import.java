package io.jinlin.hub.register;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An import that was done.
 *
 * @param created how many people are new with it
 * @param changed of how many something changed
 * @param undoneMillis when it was taken back
 */
public record Import(
    String id,
    long atMillis,
    String account,
    String file,
    int created,
    int changed,
    OptionalLong undoneMillis,
    Optional<String> undoneBy) {}
