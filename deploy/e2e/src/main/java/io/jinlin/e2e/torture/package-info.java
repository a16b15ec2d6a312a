/**
 * Real kiosks, a real hub and a real broker, killed and cut off at random while cards are scanned;
 * then every answer is looked up in the ledger.
 */
@NullMarked
package io.jinlin.e2e.torture;

import org.jspecify.annotations.NullMarked;
