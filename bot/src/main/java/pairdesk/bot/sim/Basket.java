package pairdesk.bot.sim;

import java.util.List;
import java.util.stream.IntStream;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;

/**
 * One exclusive event on one venue, in a quarter of the seeds: of its markets exactly one resolves
 * YES. The same outcome of each of them is bought as one bundle.
 *
 * @param markets none in the other seeds
 * @param inTurn its legs are sent one after the other
 */
record Basket(List<MarketId> markets, Outcome outcome, boolean inTurn) {
  static final Basket NONE = new Basket(List.of(), Outcome.YES, false);

  Basket {
    markets = List.copyOf(markets);
  }

  static Basket draw(Chance chance) {
    if (!chance.in(250)) {
      return NONE;
    }
    VenueId venue = chance.in(500) ? VenueId.KALSHI : VenueId.POLYMARKET;
    List<MarketId> markets =
        IntStream.range(0, chance.between(3, 5)).mapToObj(number -> market(venue, number)).toList();
    Outcome outcome = chance.in(700) ? Outcome.YES : Outcome.NO;
    return new Basket(markets, outcome, chance.in(300));
  }

  private static MarketId market(VenueId venue, int number) {
    return venue.equals(VenueId.KALSHI)
        ? MarketId.kalshi("KXSIMEVENT-" + number)
        : MarketId.polymarket("0xe" + number);
  }

  List<Instrument> legs() {
    return markets.stream().map(market -> new Instrument(market, outcome)).toList();
  }

  boolean isThere() {
    return !markets.isEmpty();
  }

  boolean has(MarketId market) {
    return markets.contains(market);
  }

  /** How many of the legs pay a dollar a share, whatever resolves. */
  int paying() {
    return outcome == Outcome.YES ? 1 : markets.size() - 1;
  }
}
