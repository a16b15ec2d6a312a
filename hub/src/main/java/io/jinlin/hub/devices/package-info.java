/** Devices of the site: what proves them, when they were heard, how they are. */
@NullMarked
package io.jinlin.hub.devices;

import org.jspecify.annotations.NullMarked;
