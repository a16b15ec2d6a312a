package io.jinlin.edge.decide;

/** A name from the site's settings, in both languages: 午餐, Lunch. */
public record Label(String zh, String en) {}
