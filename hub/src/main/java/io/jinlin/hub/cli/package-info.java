/** The hub's commands. */
@NullMarked
package io.jinlin.hub.cli;

import org.jspecify.annotations.NullMarked;
