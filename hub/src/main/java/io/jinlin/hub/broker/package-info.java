/** The hub as a client of an MQTT broker: one connection that is always tried again. */
@NullMarked
package io.jinlin.hub.broker;

import org.jspecify.annotations.NullMarked;
