/** The hub's configuration. */
@NullMarked
package io.jinlin.hub.config;

import org.jspecify.annotations.NullMarked;
