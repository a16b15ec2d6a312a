package io.jinlin.hub.homeassistant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that Home Assistant shows.
 *
 * @param component {@code sensor} or {@code binary_sensor}
 * @param id its own among all of a site, of {@code [a-z0-9_-]}
 * @param settings the discovery message's own keys; without topics, device and availability
 * @param state the message of its state topic: an object whose {@code value} is the state
 */
record Entity(String component, String id, ObjectNode settings, ObjectNode state) {}
