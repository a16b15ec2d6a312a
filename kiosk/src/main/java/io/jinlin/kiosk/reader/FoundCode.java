package io.jinlin.kiosk.reader;

/**
 * A code that was read in a frame.
 *
 * @param text what it holds
 * @param centreX of its finder patterns, in pixels of the frame
 * @param centreY likewise
 * @param side distance between two finder patterns, in pixels: how large it stands in the picture
 */
public record FoundCode(String text, double centreX, double centreY, double side) {}
