/** Real processes: started, awaited, killed. */
@NullMarked
package io.jinlin.e2e.process;

import org.jspecify.annotations.NullMarked;
