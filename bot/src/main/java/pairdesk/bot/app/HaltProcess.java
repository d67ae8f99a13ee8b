package pairdesk.bot.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import pairdesk.bot.halt.HaltReport;
import pairdesk.bot.halt.OutsideHalt;
import pairdesk.bot.halt.Site;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.operator.Actor;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Chance;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.chain.PolymarketChain;

/**
 * A halt with connections of its own: works whether the desk runs, hangs or is dead, and with as
 * many venues as the settings name.
 */
public final class HaltProcess implements AutoCloseable {
  private final InstantSource clock = Clock.systemUTC();
  private final RandomGenerator random = new SecureRandom();
  private final List<Site> sites = new ArrayList<>();
  private final List<Runnable> closes = new ArrayList<>();
  private final List<String> untouched = new ArrayList<>();
  private final StoredHalt book;

  public HaltProcess(Configuration.Partial settings, Actor by) {
    this.book = new StoredHalt(settings, by, clock);
    site(VenueId.KALSHI, settings.accounts().kalshi(), this::kalshi);
    site(VenueId.POLYMARKET, settings.accounts().polymarket(), this::polymarket);
  }

  /** One that cannot be opened is left out, and named: the others are not to wait for it. */
  private <T> void site(VenueId venue, Optional<T> settings, Consumer<T> opening) {
    if (settings.isEmpty()) {
      untouched.add(venue.label() + ": NOT TOUCHED, its settings are missing or wrong.");
      return;
    }
    try {
      opening.accept(settings.get());
    } catch (IllegalArgumentException e) {
      untouched.add("%s: NOT TOUCHED: %s.".formatted(venue.label(), e.getMessage()));
    }
  }

  private void kalshi(KalshiSettings settings) {
    Kalshi kalshi = Venues.kalshi(settings, new Chance(clock, random));
    closes.add(kalshi::close);
    sites.add(new Site(kalshi.orders(), kalshi.account()));
  }

  private void polymarket(PolymarketSettings settings) {
    Polymarket polymarket =
        Venues.polymarket(settings, PolymarketChain.Settings.NONE, new Chance(clock, random));
    closes.add(polymarket::close);
    Polymarket.Trading trading = polymarket.trading().orElseThrow();
    sites.add(new Site(trading.orders(), trading.account()));
  }

  /** Venues that cannot be told anything with these settings: one sentence each. */
  public List<String> untouched() {
    return List.copyOf(untouched);
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
