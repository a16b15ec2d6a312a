/** Lamp and buzzer: a second view of the verdict, for eyes and ears that are not on the screen. */
@NullMarked
package io.jinlin.edge.panel;

import org.jspecify.annotations.NullMarked;
