/** The clinic's queues: a pure state made from the events of a day, and the rules of its order. */
@NullMarked
package io.jinlin.hub.clinic;

import org.jspecify.annotations.NullMarked;
