/** The staff interface: JSON over HTTP, and its OpenAPI document. */
@NullMarked
package io.jinlin.hub.api;

import org.jspecify.annotations.NullMarked;
