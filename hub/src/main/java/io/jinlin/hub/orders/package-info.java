/**
 * Meals that are ordered ahead, and what happened at the doors to which they were brought. Orders,
 * pauses and visits are entries of the hub's journal; a meal that was handed over at a door is an
 * event of the ledger besides, and only then served and claimable.
 *
 * <pre>
 * order, skip, pause ──► OrderBook.on(day, meal) ──► kitchen's totals, reserved portions
 *                                   └──► delivery list ──► visit at the door ──► Serving (ledger)
 *                                                              └── no answer ──► DoorTask, step by step
 * </pre>
 */
@NullMarked
package io.jinlin.hub.orders;

import org.jspecify.annotations.NullMarked;
