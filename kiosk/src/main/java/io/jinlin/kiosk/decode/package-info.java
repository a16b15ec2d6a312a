/** From a grey picture to the text of the QR code in it. */
@NullMarked
package io.jinlin.kiosk.decode;

import org.jspecify.annotations.NullMarked;
