/** The hub's SQLite file: opened, migrated, one writer, read-only connections for queries. */
@NullMarked
package io.jinlin.hub.store;

import org.jspecify.annotations.NullMarked;
