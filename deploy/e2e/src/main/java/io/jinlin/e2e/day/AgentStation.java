package io.jinlin.e2e.day;

import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.page.Session;
import io.jinlin.edge.agent.AgentStatus;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Situation;
import io.jinlin.edge.decide.Verdict;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A station that is a real edge agent. */
final class AgentStation implements Station {
  private final String device;
  private final EdgeAgent agent;

  AgentStation(String device, EdgeAgent agent) {
    this.device = device;
    this.agent = agent;
  }

  @Override
  public Optional<PlaceNow> now() {
    return agent.status().now();
  }

  @Override
  public List<Session> sessions() {
    return agent.status().where().map(Situation::sessions).orElse(List.of());
  }

  @Override
  public LocalDateTime time() {
    AgentStatus status = agent.status();
    ZoneId zone = status.where().<ZoneId>map(here -> here.site().zone()).orElse(ZoneOffset.UTC);
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(status.wallMillis()), zone);
  }

  @Override
  public Verdict present(String code) {
    return agent.present(code, Input.CAMERA);
  }

  @Override
  public Verdict choose(String choice) {
    return agent.choose(choice);
  }

  @Override
  public void passage(Direction direction) {
    agent.passage(device, direction, 1);
  }

  @Override
  public String callHelp() {
    return agent.callHelp();
  }

  @Override
  public void endHelp(String call) {
    agent.endHelp(call);
  }
}
