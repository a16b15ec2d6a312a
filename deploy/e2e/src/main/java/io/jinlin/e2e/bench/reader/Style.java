package io.jinlin.e2e.bench.reader;

/** How the code of a photograph was printed, and what happened to the print. */
enum Style {
  PLAIN,
  SCREEN,
  DOTS,
  ROUNDED,
  GAPS,
  COLOURED,
  FAINT,
  TORN,
  COVERED,
  SCRIBBLED,
  LOGO,
  BARE,
  BEHIND,
  LARGE,
  HUGE,
  CHARACTERS,
  CIRCLES,
  ART
}
