/** The messages between a device and the hub, their topics, limits and codecs. */
@NullMarked
package io.jinlin.contract.wire;

import org.jspecify.annotations.NullMarked;
