package pairdesk.bot.app;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.net.Chance;
import pairdesk.venues.polymarket.Polymarket;

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

  private static VenueLink kalshi(Settings settings, InstantSource clock, RandomGenerator random) {
    Kalshi kalshi = Kalshi.of(settings.kalshi(), new Chance(clock, random));
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
        Polymarket.open(settings.polymarket(), settings.redemption().chain(), clock, random);
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
