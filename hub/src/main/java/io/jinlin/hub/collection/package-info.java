/**
 * Who may collect a child of the 4:30 school, beside the guardians of the register: who must not,
 * delegates with a code, and children who may leave alone. {@link
 * io.jinlin.hub.collection.CollectionDesk} is the way in; what happens at the door is {@code
 * hub.attendance}'s.
 */
@NullMarked
package io.jinlin.hub.collection;

import org.jspecify.annotations.NullMarked;
