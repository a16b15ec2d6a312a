/** The figures of the README: what the hub takes, what it costs, and how long people wait. */
@NullMarked
package io.jinlin.e2e.bench;

import org.jspecify.annotations.NullMarked;
