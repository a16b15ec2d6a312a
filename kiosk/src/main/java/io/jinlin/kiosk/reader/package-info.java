/**
 * From lens to text: sources give frames or texts, {@code QrReader} finds the codes in a frame, and
 * {@code Presentation} makes one scan of one presentation of a card, however many frames saw it.
 */
@NullMarked
package io.jinlin.kiosk.reader;

import org.jspecify.annotations.NullMarked;
