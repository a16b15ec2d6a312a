/** Sample cards for a demonstration: pictures of codes that go through the real reader. */
@NullMarked
package io.jinlin.kiosk.demo;

import org.jspecify.annotations.NullMarked;
