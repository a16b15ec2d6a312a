/** The register of residents: what staff change of it, each change first in the journal. */
@NullMarked
package io.jinlin.hub.register;

import org.jspecify.annotations.NullMarked;
