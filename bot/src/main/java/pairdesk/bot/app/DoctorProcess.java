package pairdesk.bot.app;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
import pairdesk.persistence.InvariantViews;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Chance;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.chain.PolymarketChain;

/** Looks at everything that the settings name, beside a desk that may run. */
public final class DoctorProcess implements AutoCloseable {
  private final Configuration.Partial settings;
  private final InstantSource clock = Clock.systemUTC();
  private final RandomGenerator random = new SecureRandom();
  private final BesideDesk storage;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Runnable> closes = new ArrayList<>();
  private @Nullable Database database;

  public DoctorProcess(Configuration.Partial settings) {
    this.settings = settings;
    this.storage = new BesideDesk(settings);
    closes.add(http::close);
  }

  /** Every invariant. */
  public List<Finding> invariants() {
    return new InvariantCheck(() -> new InvariantViews(reached())).look();
  }

  /** Settings, keys, clocks, database, fonts, Discord. */
  public List<Finding> installation() {
    Configuration.Accounts accounts = settings.accounts();
    List<Check> checks =
        List.of(
            new ConfigurationCheck(settings.problems()),
            accounts.kalshi().<Check>map(this::kalshi).orElse(notConfigured("Kalshi")),
            accounts.polymarket().<Check>map(this::polymarket).orElse(notConfigured("Polymarket")),
            storage
                .yetToBeMade()
                .map(DoctorProcess::unmade)
                .orElse(new DatabaseCheck(this::reached)),
            new FontCheck(),
            accounts.discord().<Check>map(this::discord).orElse(notConfigured("Discord")));
    return checks.stream().flatMap(check -> check.look().stream()).toList();
  }

  private static Check notConfigured(String name) {
    return () ->
        List.of(Finding.unknown(name, "its settings are missing or wrong", "correct them first"));
  }

  private static Check unmade(Path folder) {
    return () ->
        List.of(
            Finding.unknown(
                "database", "there is none yet in " + folder, "the first `pairdesk run` makes it"));
  }

  private Check kalshi(KalshiSettings kalshi) {
    return venue(
        "Kalshi",
        () -> {
          Kalshi opened = Venues.kalshi(kalshi, new Chance(clock, random));
          closes.add(opened::close);
          return opened.account();
        });
  }

  private Check polymarket(PolymarketSettings polymarket) {
    return venue(
        "Polymarket",
        () -> {
          Polymarket opened =
              Venues.polymarket(
                  polymarket, PolymarketChain.Settings.NONE, new Chance(clock, random));
          closes.add(opened::close);
          return opened.trading().orElseThrow().account();
        });
  }

  private Check venue(String name, Supplier<AccountReader> opening) {
    Duration mostOffset = BreakerLimits.Lag.DEFAULTS.clock().trip();
    return () -> {
      try {
        return new VenueCheck(opening.get(), mostOffset, clock).look();
      } catch (IllegalArgumentException e) {
        return List.of(
            Finding.fail(name + " key", String.valueOf(e.getMessage()), "correct what is named"));
      }
    };
  }

  private Check discord(Settings.Discord discord) {
    return new DiscordCheck(
        new DiscordRest(discord.bot(), http), discord.access(), discord.deskChannel());
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
