/** Bytes from devices to the ledger, and acknowledgements and pages back. */
@NullMarked
package io.jinlin.hub.gateway;

import org.jspecify.annotations.NullMarked;
