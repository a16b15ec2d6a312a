/** The HTTP server: security headers, static files, routes. */
@NullMarked
package io.jinlin.hub.web;

import org.jspecify.annotations.NullMarked;
