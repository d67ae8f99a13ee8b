package pairdesk.bot.app;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Chance;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.chain.PolymarketChain;

/** The venues we trade on: one line each. */
final class Venues {
  private Venues() {}

  /**
   * @throws IllegalArgumentException when a setting is wrong
   * @throws pairdesk.venues.net.VenueException when a venue cannot be reached for what it must give
   *     before anything else
   */
  static List<VenueLink> open(Settings settings, InstantSource clock, RandomGenerator random) {
    return List.of(kalshi(settings, clock, random), polymarket(settings, clock, random));
  }

  /**
   * @throws IllegalArgumentException with the names of the settings when one of them is wrong
   */
  static Kalshi kalshi(KalshiSettings settings, Chance chance) {
    return named("KALSHI_API_SECRET", () -> Kalshi.of(settings, chance));
  }

  /**
   * @throws IllegalArgumentException with the names of the settings when one of them is wrong
   */
  static Polymarket polymarket(
      PolymarketSettings settings, PolymarketChain.Settings chain, Chance chance) {
    return named(
        "POLYMARKET_API_KEY, POLYMARKET_PRIVATE_KEY or POLYMARKET_SIGNATURE_TYPE",
        () -> Polymarket.open(settings, chain, chance.clock(), chance.random()));
  }

  private static <T> T named(String variables, Supplier<T> opening) {
    try {
      return opening.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(variables + ": " + e.getMessage(), e);
    }
  }

  private static VenueLink kalshi(Settings settings, InstantSource clock, RandomGenerator random) {
    Kalshi kalshi = kalshi(settings.kalshi(), new Chance(clock, random));
    return new VenueLink(
        kalshi.catalog(),
        kalshi.feed(),
        kalshi.orders(),
        kalshi.account(),
        kalshi.accountFeed(),
        null,
        markets -> kalshi.books(markets, clock.instant()),
        kalshi::close);
  }

  private static VenueLink polymarket(
      Settings settings, InstantSource clock, RandomGenerator random) {
    Polymarket polymarket =
        polymarket(settings.polymarket(), settings.redemption().chain(), new Chance(clock, random));
    Polymarket.Trading trading = polymarket.trading().orElseThrow();
    return new VenueLink(
        polymarket.catalog(),
        polymarket.feed(),
        trading.orders(),
        trading.account(),
        trading.accountFeed(),
        trading.redeemer(),
        polymarket::books,
        polymarket::close);
  }
}
