package io.jinlin.hub.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What clinicians write, and what the privacy officer keeps: each checked, each logged. */
public final class Clinician {
  private final Programme programme;

  public Clinician(Programme programme) {
    this.programme = programme;
  }

  private void mustBe(String browser, Opener... any) {
    Opener now = programme.opener(browser).orElseThrow(() -> new ProgrammeRefusal("locked", ""));
    if (!List.of(any).contains(now)) {
      throw new ProgrammeRefusal("not-yours", "");
    }
  }

  /** Adds a member, or changes the person's particulars. */
  public ProgrammeView member(
      String browser, Optional<Integer> id, String name, String contact, String note) {
    mustBe(browser, Opener.CLINICIAN);
    Content after =
        programme.change(
            browser,
            id.isEmpty() ? "add" : "change",
            id.orElse(0),
            content -> {
              if (id.isEmpty() && content.members().size() >= Content.MAX_MEMBERS) {
                throw new ProgrammeRefusal("full", "members");
              }
              Optional<Member> before = id.map(one -> find(content, one));
              return content.with(
                  new Member(
                      id.orElse(content.nextId()),
                      name.strip(),
                      contact.strip(),
                      note,
                      before.map(Member::consents).orElse(List.of()),
                      before.map(Member::tasks).orElse(List.of())),
                  content.nextId() + 1);
            });
    return ProgrammeView.of(after, Opener.CLINICIAN);
  }

  /** Deletes all of one person; the access log keeps that it was done. */
  public ProgrammeView remove(String browser, int id) {
    mustBe(browser, Opener.CLINICIAN);
    return ProgrammeView.of(
        programme.change(browser, "remove", id, content -> content.without(find(content, id).id())),
        Opener.CLINICIAN);
  }

  /** Notes a consent, or that one was withdrawn. */
  public ProgrammeView consent(String browser, int id, Member.Consent consent) {
    mustBe(browser, Opener.CLINICIAN, Opener.PRIVACY_OFFICER);
    Opener opener = programme.opener(browser).orElseThrow();
    Content after =
        programme.change(
            browser,
            "consent",
            id,
            content -> {
              Member member = find(content, id);
              List<Member.Consent> all = new ArrayList<>(member.consents());
              all.removeIf(
                  one -> one.what().equals(consent.what()) && one.given().equals(consent.given()));
              all.add(consent);
              return content.with(member.with(all, member.tasks()), content.nextId());
            });
    return ProgrammeView.of(after, opener);
  }

  /** Plans an injection, a follow-up or an appointment. */
  public ProgrammeView plan(
      String browser, int id, Member.Kind kind, String what, LocalDate due, int everyDays) {
    mustBe(browser, Opener.CLINICIAN);
    Content after =
        programme.change(
            browser,
            "plan",
            id,
            content -> {
              Member member = find(content, id);
              List<Member.Task> tasks = new ArrayList<>(member.tasks());
              int task = content.nextId();
              tasks.add(new Member.Task(task, kind, what.strip(), due.toString(), everyDays, null));
              return content.with(member.with(member.consents(), tasks), task + 1);
            });
    return ProgrammeView.of(after, Opener.CLINICIAN);
  }

  /** It was done on a day; one that repeats is planned again from that day. */
  public ProgrammeView done(String browser, int id, int taskId, LocalDate day) {
    mustBe(browser, Opener.CLINICIAN);
    Content after =
        programme.change(
            browser,
            "done",
            id,
            content -> {
              Member member = find(content, id);
              Member.Task task =
                  member.tasks().stream()
                      .filter(one -> one.id() == taskId && one.done() == null)
                      .findFirst()
                      .orElseThrow(() -> new ProgrammeRefusal("unknown", "task"));
              List<Member.Task> tasks = new ArrayList<>(member.tasks());
              tasks.set(tasks.indexOf(task), task.on(day));
              task.next(content.nextId(), day).ifPresent(tasks::add);
              return content.with(member.with(member.consents(), tasks), content.nextId() + 1);
            });
    return ProgrammeView.of(after, Opener.CLINICIAN);
  }

  /** Lets a clinician open it with a first passphrase. */
  public Programme.Unlock give(String browser, String account, String passphrase) {
    mustBe(browser, Opener.PRIVACY_OFFICER);
    return programme.addHolder(browser, account, Opener.CLINICIAN, passphrase);
  }

  /** Changes the passphrase of the account that has it open in this browser. */
  public Programme.Unlock changeOwn(String browser, String account, String passphrase) {
    Opener opener = programme.opener(browser).orElseThrow(() -> new ProgrammeRefusal("locked", ""));
    return programme.addHolder(browser, account, opener, passphrase);
  }

  /** Lets a clinician open it no longer. */
  public void take(String browser, String account) {
    mustBe(browser, Opener.PRIVACY_OFFICER);
    programme.removeHolder(browser, account);
  }

  private static Member find(Content content, int id) {
    return content.member(id).orElseThrow(() -> new ProgrammeRefusal("unknown", "member"));
  }
}
