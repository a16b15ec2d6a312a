package io.jinlin.hub.access;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which entries are asked for.
 *
 * @param fromMillis from then on
 * @param untilMillis before then
 * @param after the entry after which the next page begins
 */
public record AccessFilter(
    long fromMillis,
    long untilMillis,
    Optional<String> account,
    Optional<Action> action,
    OptionalLong person,
    Optional<String> after,
    int limit) {}
