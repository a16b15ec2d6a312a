package io.jinlin.hub.ledger;

import java.util.List;

/**
 * What one commit added.
 *
 * @param recorded new events in the order in which they were stored
 * @param rewritten events from before changed too (taken back, corrected in time, attributed): what
 *     was derived from them must be read again
 */
public record Committed(List<Recorded> recorded, boolean rewritten) {}
