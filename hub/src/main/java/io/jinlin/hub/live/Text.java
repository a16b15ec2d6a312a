package io.jinlin.hub.live;

/** The same words in Chinese and in English. */
public record Text(String zh, String en) {}
