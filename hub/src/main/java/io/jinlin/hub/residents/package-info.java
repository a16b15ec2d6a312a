/** Households, persons, guardians, categories and entitlements: who lives here. */
@NullMarked
package io.jinlin.hub.residents;

import org.jspecify.annotations.NullMarked;
