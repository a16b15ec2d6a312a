package io.jinlin.hub.residents;

import io.jinlin.contract.event.Check;

/**
 * An adult in charge of a child.
 *
 * @param child whose person
 * @param adult whose person, another one
 * @param relation of the adult to the child: {@code mother}, {@code grandfather} …
 * @param collects whether this adult may collect the child from the 4:30 school
 */
public record Guardian(long child, long adult, String relation, boolean collects) {

  public Guardian {
    Check.id("relation", relation);
    if (child == adult) {
      throw new IllegalArgumentException("nobody is their own guardian");
    }
  }
}
