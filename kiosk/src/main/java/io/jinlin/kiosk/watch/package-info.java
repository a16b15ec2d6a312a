/**
 * Frames over time: ways of looking are spread over them, a place is worth as much as there is hope
 * for it, and the hand that holds the card is told what would help.
 *
 * <pre>
 * Frame ─► SequenceReader ─► codes ─► Chooser ─► Presentation ─► one scan of one presentation
 *              │                        two cards: the nearer, or "one at a time"
 *              └─► Near (size, light, edges of what was not read) ─► Guide ─► Hint on the screen
 * </pre>
 */
@NullMarked
package io.jinlin.kiosk.watch;

import org.jspecify.annotations.NullMarked;
