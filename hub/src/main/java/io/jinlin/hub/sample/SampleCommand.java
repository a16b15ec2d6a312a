package io.jinlin.hub.sample;

import io.jinlin.contract.page.Device;
import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.cards.CardIndex;
import io.jinlin.hub.ledger.Journal;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.rooms.RoomDesk;
import io.jinlin.hub.store.DataFolder;
import io.jinlin.hub.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub sample}: fills an empty data folder with the sample community. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Fills an empty data folder with a made-up community of 14,000 people.")
public final class SampleCommand implements Callable<Integer> {

  private static final int MAX_HISTORY_DAYS = 1_500;
  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})d?");
  private static final String STAFF_ACCOUNT = "demo";
  private static final int EPOCH_BYTES = 8;

  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/hub",
      description = "The data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data", "hub");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same people and cards (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--history",
      paramLabel = "DAYS",
      defaultValue = "0",
      description = "Makes up that many days of the past too, for example 400d.")
  private String history = "0";

  @Option(
      names = "--site",
      paramLabel = "ID",
      defaultValue = "jinlin",
      description = "The site's identifier (default: ${DEFAULT-VALUE}).")
  private String site = "jinlin";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      description =
          "By which time the sample lives; the hub's setting zone must be the same"
              + " (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = SampleGenerator.ZONE;

  @Option(
      names = "--hub-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Where the devices find the hub (default: ${DEFAULT-VALUE}).")
  private String hubHost = "127.0.0.1";

  @Option(
      names = "--hub-port",
      paramLabel = "PORT",
      defaultValue = "18830",
      description = "The hub's MQTT port (default: ${DEFAULT-VALUE}).")
  private int hubPort = 18830;

  /**
   * The command.
   *
   * @param clock tells which day is today
   */
  public SampleCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    int days = days();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    try (DataFolder folder = DataFolder.lock(data);
        Database database = Database.open(data.resolve("hub.db"))) {
      SampleWriter writer = new SampleWriter(database, today);
      if (!writer.isEmpty()) {
        print("There are people in " + data + " already; the sample fills only an empty folder.");
        return 1;
      }
      Community community =
          new SampleGenerator(seed, today).community(SamplePlaces.site(site, zone));
      LocalDate issued = today.minusDays(days + 1L);
      long issuedMillis = issued.atTime(LocalTime.NOON).atZone(zone).toInstant().toEpochMilli();
      Map<Device, String> passwords = writer.write(community, issued, issuedMillis);
      database.write(SampleCommand::zonesInTheHall);
      writeFiles(community, today, passwords);
      print(community);
      if (days > 0) {
        writer.pastSessions(days);
        history(database, community, today, days);
        database.write(db -> settled(db, today));
      }
    }
    return 0;
  }

  private static boolean zonesInTheHall(Connection db) throws SQLException {
    RoomDesk.put(db, SamplePlaces.RULES);
    return true;
  }

  private boolean settled(Connection db, LocalDate today) throws SQLException {
    SampleMoney.settle(db, today, zone);
    return true;
  }

  private int days() {
    Matcher matcher = DAYS.matcher(history);
    int days = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    if (days < 0 || days > MAX_HISTORY_DAYS) {
      throw new ParameterException(
          spec.commandLine(),
          "--history takes a number of days up to " + MAX_HISTORY_DAYS + ", for example 400d");
    }
    return days;
  }

  private void writeFiles(Community community, LocalDate today, Map<Device, String> passwords)
      throws IOException, SQLException {
    SampleFiles files = new SampleFiles(data);
    files.devices(site, passwords, hubHost, hubPort);
    files.cards(community, today);
    try (Accounts accounts =
        Accounts.open(data.resolve(Accounts.FILE), clock, new SecureRandom())) {
      files.account(
          STAFF_ACCOUNT, accounts.addGenerated(STAFF_ACCOUNT, Set.of(Role.STAFF, Role.NURSE)));
    }
  }

  private void history(Database database, Community community, LocalDate today, int days)
      throws SQLException {
    long started = clock.millis();
    byte[] epoch = new byte[EPOCH_BYTES];
    new SecureRandom().nextBytes(epoch);
    CardIndex cards = database.read(CardIndex::load);
    try (Journal journal = Journal.open(data.resolve("journal.db"));
        Ledger ledger =
            Ledger.open(
                new Ledger.Parts(
                    database,
                    journal,
                    cards,
                    clock,
                    HexFormat.of().formatHex(epoch),
                    Runnable::run),
                Map.of())) {
      History past = new History(community, seed, today);
      HistoryWriter writer = new HistoryWriter(ledger);
      long events = 0;
      for (int i = days; i > 0; i--) {
        LocalDate date = today.minusDays(i);
        events += writer.write(date, past.of(date), Long.MAX_VALUE);
      }
      long seconds = (clock.millis() - started) / 1_000;
      print(days + " days of history: " + events + " events in " + seconds + " s");
    }
  }

  private void print(Community community) {
    print("The sample community is in " + data + " (seed " + seed + "):");
    print("  " + community.households().size() + " households");
    print("  " + community.persons().size() + " people with cards, staff included");
    print("  " + community.entitlements().size() + " hardship households");
    print("  " + community.places().size() + " places, " + community.devices().size() + " devices");
    print("Cards to present: " + data.resolve(SampleFiles.CARDS));
    print("Devices to start: " + data.resolve("devices"));
    print("An account for staff: " + data.resolve(SampleFiles.ACCOUNTS));
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
