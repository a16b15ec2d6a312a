/** What the district looks for in the ledger, and a random sample of it that anyone can check. */
@NullMarked
package io.jinlin.hub.audit;

import org.jspecify.annotations.NullMarked;
