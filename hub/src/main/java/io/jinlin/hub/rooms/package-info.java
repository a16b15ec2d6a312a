/**
 * How many people are in a room: {@link io.jinlin.hub.rooms.RoomModel} makes it from what doors saw
 * and hands counted; {@link io.jinlin.hub.rooms.RoomDesk} keeps how rooms lie within each other and
 * which alerts were answered.
 */
@NullMarked
package io.jinlin.hub.rooms;

import org.jspecify.annotations.NullMarked;
