package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.reader.FoundCode;
import java.util.Optional;

/**
 * What one frame, after those before it, gave.
 *
 * @param code that was read
 * @param near what looks like a code and was not read
 * @param somebody whether the picture differs from the one without anybody
 */
public record Sight(Optional<FoundCode> code, Optional<Near> near, boolean somebody) {}
