package pairdesk.bot.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import pairdesk.bot.halt.HaltReport;
import pairdesk.bot.halt.OutsideHalt;
import pairdesk.bot.halt.Site;
import pairdesk.engine.operator.Actor;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Chance;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketSettings;

/**
 * A halt with connections of its own: works whether the desk runs, hangs or is dead, and with as
 * many venues as the settings name.
 */
public final class HaltProcess implements AutoCloseable {
  private final InstantSource clock = Clock.systemUTC();
  private final RandomGenerator random = new SecureRandom();
  private final List<Site> sites = new ArrayList<>();
  private final List<Runnable> closes = new ArrayList<>();
  private final StoredHalt book;

  /**
   * @throws IllegalArgumentException when the settings of a venue are wrong
   */
  public HaltProcess(Configuration.Partial settings, Actor by) {
    this.book = new StoredHalt(settings.storage(), by, clock);
    settings.accounts().kalshi().ifPresent(this::kalshi);
    settings.accounts().polymarket().ifPresent(this::polymarket);
  }

  private void kalshi(KalshiSettings settings) {
    Kalshi kalshi = Kalshi.of(settings, new Chance(clock, random));
    closes.add(kalshi::close);
    sites.add(new Site(kalshi.orders(), kalshi.account()));
  }

  private void polymarket(PolymarketSettings settings) {
    Polymarket polymarket = Polymarket.open(settings, clock, random);
    closes.add(polymarket::close);
    Polymarket.Trading trading = polymarket.trading().orElseThrow();
    sites.add(new Site(trading.orders(), trading.account()));
  }

  /** Halts; returns at the limit at the latest. */
  public HaltReport run(String reason, OutsideHalt.Pace pace) throws InterruptedException {
    return new OutsideHalt(book, sites, pace, clock, System::nanoTime).run(reason);
  }

  @Override
  public void close() {
    closes.forEach(Runnable::run);
    book.close();
  }
}
