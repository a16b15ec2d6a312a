/**
 * A small MQTT 3.1.1 client for load: what a kiosk's library does in a hundred objects a message.
 */
@NullMarked
package io.jinlin.e2e.mqtt;

import org.jspecify.annotations.NullMarked;
