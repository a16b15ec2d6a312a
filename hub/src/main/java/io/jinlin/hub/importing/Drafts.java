package io.jinlin.hub.importing;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that were read and wait for a decision: few, in memory, each for half an hour. */
final class Drafts {
  private static final int MAX_DRAFTS = 4;
  private static final long DRAFT_MS = 30 * 60_000L;

  private final InstantSource clock;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  Drafts(InstantSource clock) {
    this.clock = clock;
  }

  /** Keeps one; the oldest makes room for it. */
  synchronized void keep(Draft draft) {
    drafts.values().removeIf(this::isOld);
    while (drafts.size() >= MAX_DRAFTS) {
      drafts.remove(drafts.keySet().iterator().next());
    }
    drafts.put(draft.id(), draft);
  }

  /** An account's own draft. */
  synchronized Draft of(String account, String id) throws ImportRefused {
    Draft draft = drafts.get(id);
    if (draft == null || isOld(draft) || !draft.account().equals(account)) {
      throw new ImportRefused("import-forgotten");
    }
    return draft;
  }

  synchronized void forget(String id) {
    drafts.remove(id);
  }

  private boolean isOld(Draft draft) {
    return draft.atMillis() + DRAFT_MS < clock.millis();
  }
}
