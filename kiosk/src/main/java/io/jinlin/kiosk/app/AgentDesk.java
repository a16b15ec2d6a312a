package io.jinlin.kiosk.app;

import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Words;
import io.jinlin.edge.agent.AgentStatus;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.decide.Label;
import io.jinlin.edge.decide.Situation;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.kiosk.screen.ScreenStatus.Standing;
import java.util.Optional;
import java.util.OptionalLong;

/** The edge agent of this process as the kiosk sees it. */
final class AgentDesk implements CardDesk {
  private final EdgeAgent agent;
  private volatile String lastCall = "";

  AgentDesk(EdgeAgent agent) {
    this.agent = agent;
  }

  @Override
  public Verdict present(String text, Input input) {
    return agent.present(text, input);
  }

  @Override
  public Verdict choose(String choice) {
    return agent.choose(choice);
  }

  @Override
  public Verdict beginProxy() {
    return agent.beginProxy();
  }

  @Override
  public void endProxy() {
    agent.endProxy();
  }

  @Override
  public String callHelp() {
    String call = agent.callHelp();
    lastCall = call;
    return call;
  }

  @Override
  public void endHelp(String call) {
    agent.endHelp(call);
  }

  @Override
  public State state() {
    AgentStatus status = agent.status();
    return new State(
        status.connected(),
        status.unsent(),
        status.clockTrusted(),
        status.wallMillis(),
        pagesMillis(status),
        status.where().map(AgentDesk::standing),
        status.now(),
        status.seatsFree(),
        Optional.of(lastCall).filter(call -> status.help() == AgentStatus.Help.ANSWERED),
        status.problems());
  }

  private static OptionalLong pagesMillis(AgentStatus status) {
    return status.pageAgeMillis() < 0
        ? OptionalLong.empty()
        : OptionalLong.of(status.wallMillis() - status.pageAgeMillis());
  }

  private static Standing standing(Situation here) {
    return new Standing(
        new Label(here.place().name(), here.place().nameEnglish()),
        Words.of(here.place().service()),
        here.site().zone());
  }

  @Override
  public void onChange(Runnable listener) {
    agent.onChange(listener);
  }
}
