package pairdesk.sandbox.exchange;

import java.util.List;
import pairdesk.sandbox.exchange.fees.KalshiFees;

/**
 * What can be set of the exchange.
 *
 * @param seed of all ids and of all chance
 * @param kalshiFees how Kalshi rounds
 * @param settlement the steps of a Polymarket trade after its match
 */
public record ExchangeSettings(long seed, KalshiFees kalshiFees, List<TradeStep> settlement) {
  public ExchangeSettings {
    settlement = List.copyOf(settlement);
  }

  public static ExchangeSettings seeded(long seed) {
    return new ExchangeSettings(seed, KalshiFees.DIRECT, TradeStep.usual());
  }
}
