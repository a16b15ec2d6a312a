package io.jinlin.hub.residents;

/** As in the register of residence; decides the form of address aloud. */
public enum Sex {
  FEMALE,
  MALE
}
