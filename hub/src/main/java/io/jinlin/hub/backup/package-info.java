/** Copies of the hub's files, and their restoration. */
@NullMarked
package io.jinlin.hub.backup;

import org.jspecify.annotations.NullMarked;
