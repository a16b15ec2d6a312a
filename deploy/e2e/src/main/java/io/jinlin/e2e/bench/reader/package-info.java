/**
 * The reader measured: frames and videos of cards and phones with the faults of a real hall, made
 * from a seed, and the tables that set this reader beside others on the same frames.
 *
 * <pre>
 * Condition, seed ─► Faults ─► Artwork (card or phone, worn) ─┐
 *                              Pose (size, tilt, hand shake) ─┴► Scene ─► light, glare, blur ─► Sensor ─► Frame
 * </pre>
 */
@NullMarked
package io.jinlin.e2e.bench.reader;

import org.jspecify.annotations.NullMarked;
