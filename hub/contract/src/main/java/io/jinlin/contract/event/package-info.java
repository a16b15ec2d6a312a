/** What happened: facts, when, and with which occasion a person was answered. */
@NullMarked
package io.jinlin.contract.event;

import org.jspecify.annotations.NullMarked;
