package pairdesk.bot.app;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.doctor.Check;
import pairdesk.bot.doctor.ConfigurationCheck;
import pairdesk.bot.doctor.DatabaseCheck;
import pairdesk.bot.doctor.DiscordCheck;
import pairdesk.bot.doctor.DiscordRest;
import pairdesk.bot.doctor.Finding;
import pairdesk.bot.doctor.FontCheck;
import pairdesk.bot.doctor.InvariantCheck;
import pairdesk.bot.doctor.VenueCheck;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.venue.AccountReader;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseTrouble;
import pairdesk.persistence.InvariantViews;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.net.Chance;
import pairdesk.venues.polymarket.Polymarket;

/** Looks at everything that the settings name, beside a desk that may run. */
public final class DoctorProcess implements AutoCloseable {
  private final Configuration.Readable settings;
  private final InstantSource clock = Clock.systemUTC();
  private final RandomGenerator random = new SecureRandom();
  private final BesideDesk storage;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Runnable> closes = new ArrayList<>();
  private @Nullable Database database;

  public DoctorProcess(Configuration.Readable settings) {
    this.settings = settings;
    this.storage = new BesideDesk(settings.storage());
    closes.add(http::close);
  }

  /** Every invariant. */
  public List<Finding> invariants() {
    return new InvariantCheck(() -> new InvariantViews(reached())).look();
  }

  /** Settings, keys, clocks, database, fonts, Discord. */
  public List<Finding> installation() {
    var findings = new ArrayList<Finding>();
    findings.addAll(new ConfigurationCheck(settings.problems()).look());
    venues(findings);
    findings.addAll(rows());
    findings.addAll(new FontCheck().look());
    settings
        .accounts()
        .discord()
        .ifPresentOrElse(
            discord ->
                findings.addAll(
                    new DiscordCheck(
                            new DiscordRest(discord.bot(), http),
                            discord.access(),
                            discord.deskChannel())
                        .look()),
            () -> findings.add(notConfigured("Discord")));
    return findings;
  }

  private void venues(List<Finding> findings) {
    Configuration.Accounts accounts = settings.accounts();
    accounts
        .kalshi()
        .ifPresentOrElse(
            kalshi ->
                venue(
                    "Kalshi",
                    () -> {
                      Kalshi opened = Kalshi.of(kalshi, new Chance(clock, random));
                      closes.add(opened::close);
                      return opened.account();
                    },
                    findings),
            () -> findings.add(notConfigured("Kalshi")));
    accounts
        .polymarket()
        .ifPresentOrElse(
            polymarket ->
                venue(
                    "Polymarket",
                    () -> {
                      Polymarket opened = Polymarket.open(polymarket, clock, random);
                      closes.add(opened::close);
                      return opened.trading().orElseThrow().account();
                    },
                    findings),
            () -> findings.add(notConfigured("Polymarket")));
  }

  /** How one venue's account is opened. */
  private interface Opening {
    AccountReader open();
  }

  private void venue(String name, Opening opening, List<Finding> findings) {
    try {
      findings.addAll(
          new VenueCheck(opening.open(), BreakerLimits.Lag.DEFAULTS.clock().trip(), clock).look());
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.fail(name + " key", String.valueOf(e.getMessage()), "correct the setting"));
    }
  }

  private static Finding notConfigured(String name) {
    return Finding.unknown(name, "its settings are missing or wrong", "correct them first");
  }

  private List<Finding> rows() {
    Check check;
    try {
      check = new DatabaseCheck(reached());
    } catch (RuntimeException e) {
      String why = DatabaseTrouble.sentence(e).orElseGet(() -> String.valueOf(e.getMessage()));
      return List.of(
          Finding.fail(
              "database", why, "start it, or the desk once; look at DATABASE_URL and DATA_DIR"));
    }
    return check.look();
  }

  private Database reached() {
    Database reached = database;
    if (reached == null) {
      reached = storage.connect();
      database = reached;
    }
    return reached;
  }

  @Override
  public void close() {
    closes.forEach(Runnable::run);
    Database reached = database;
    if (reached != null) {
      reached.close();
    }
    storage.close();
  }
}
