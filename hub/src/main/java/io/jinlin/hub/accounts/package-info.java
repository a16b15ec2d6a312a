/** Staff accounts: passwords, sessions, and what slows a guesser down. */
@NullMarked
package io.jinlin.hub.accounts;

import org.jspecify.annotations.NullMarked;
