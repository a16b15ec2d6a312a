package io.jinlin.contract.wire;

import java.util.Optional;

/** The answer of a codec to any bytes: a value, or a refusal that says why. */
public sealed interface Decoded<T> {
  /** The bytes were well formed. */
  record Value<T>(T value) implements Decoded<T> {}

  /**
   * They were not.
   *
   * @param detail the field and what is wrong with it; never its content
   */
  record Refused<T>(Refusal refusal, String detail) implements Decoded<T> {}

  /** The value, if there is one. */
  default Optional<T> toOptional() {
    return this instanceof Value<T> present ? Optional.of(present.value()) : Optional.empty();
  }
}
