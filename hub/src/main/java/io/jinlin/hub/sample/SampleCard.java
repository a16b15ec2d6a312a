package io.jinlin.hub.sample;

import io.jinlin.contract.card.CardCode;

/**
 * A made-up card, with its code: the hub stores only what it derives from it.
 *
 * @param person whose
 * @param number printed on the card
 * @param lost reported lost, so that it is dead
 */
public record SampleCard(CardCode code, long person, String number, boolean lost) {}
