/** The access log: every look at a person's data and every change of it, first in the journal. */
@NullMarked
package io.jinlin.hub.access;

import org.jspecify.annotations.NullMarked;
