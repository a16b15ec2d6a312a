/** The agent's settings. */
@NullMarked
package io.jinlin.edge.config;

import org.jspecify.annotations.NullMarked;
