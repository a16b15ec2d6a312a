package io.jinlin.hub.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What an opener sees; the names of the components are the names in its JSON.
 *
 * @param members for the privacy officer without notes and tasks
 * @param holders who can open it; for the privacy officer only
 * @param log newest first; for the privacy officer only
 */
public record ProgrammeView(
    Opener opener, List<Member> members, List<Content.Holder> holders, List<Content.Access> log) {
  private static final int SHOWN_LOG = 500;

  static ProgrammeView of(Content content, Opener opener) {
    List<Member> members =
        content.members().stream().sorted(Comparator.comparing(Member::name)).toList();
    if (opener == Opener.CLINICIAN) {
      return new ProgrammeView(opener, members, List.of(), List.of());
    }
    List<Content.Access> log = new ArrayList<>(content.log());
    Collections.reverse(log);
    List<Member> consents =
        members.stream()
            .map(
                one ->
                    new Member(one.id(), one.name(), one.contact(), "", one.consents(), List.of()))
            .toList();
    return new ProgrammeView(
        opener, consents, content.holders(), log.subList(0, Math.min(SHOWN_LOG, log.size())));
  }
}
