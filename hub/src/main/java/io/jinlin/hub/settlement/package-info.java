/**
 * What meals cost and who pays: computed here at the hub only, from the counted meals of the
 * ledger, the tariff and the entitlements of that day. No kiosk, board or topic ever hears of it.
 *
 * <pre>
 * ledger's counted meals ─┐
 * tariff of the day ──────┼─► Pricing ─► charges ─┐
 * entitlements, birth ────┘                       ├─► account (statement, balance)
 * payments at the hall desk (journalled) ─────────┘        └─► day's cash-up
 * </pre>
 *
 * Charges are a projection, never stored: a late approval prices its open meals anew the next time
 * somebody looks. Payments and tariffs are entries of the hub's journal, so that a restore keeps
 * them.
 */
@NullMarked
package io.jinlin.hub.settlement;

import org.jspecify.annotations.NullMarked;
