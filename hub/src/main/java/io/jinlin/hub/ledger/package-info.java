/** The append-only ledger of all events and the figures that are kept with it. */
@NullMarked
package io.jinlin.hub.ledger;

import org.jspecify.annotations.NullMarked;
