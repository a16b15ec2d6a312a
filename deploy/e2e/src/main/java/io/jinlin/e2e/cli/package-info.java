/** What can be run of the tools around the product. */
@NullMarked
package io.jinlin.e2e.cli;

import org.jspecify.annotations.NullMarked;
