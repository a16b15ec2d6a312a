/** What is wrong with the device, in words that the hub and the screen know. */
@NullMarked
package io.jinlin.edge.health;

import org.jspecify.annotations.NullMarked;
