/** How well people in rooms are told from doors that miscount, on simulated days. */
@NullMarked
package io.jinlin.e2e.bench.occupancy;

import org.jspecify.annotations.NullMarked;
