/** The command line of an agent without a kiosk. */
@NullMarked
package io.jinlin.edge.cli;

import org.jspecify.annotations.NullMarked;
