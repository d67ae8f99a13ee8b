package pairdesk.sandbox.control;

import java.time.Duration;
import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Decimals;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.FeeChange;
import pairdesk.sandbox.exchange.FeeChange.Scope;
import pairdesk.sandbox.exchange.FeeTerms;
import pairdesk.sandbox.exchange.FeeTerms.MakerFee;

/** Announces new fees, of a series, an event or a market. */
final class FeeSwitch implements Switch {
  private final Exchange exchange;
  private final Names names;

  FeeSwitch(Exchange exchange, Names names) {
    this.exchange = exchange;
    this.names = names;
  }

  private record Target(Scope scope, String ticker, List<MarketId> markets) {}

  @Override
  public Runnable read(Input input) {
    Target target = target(input);
    FeeTerms fees = terms(input);
    Duration in = input.span("inMillis", 0);
    return () ->
        exchange.planFees(
            new FeeChange(
                exchange.newId(),
                target.scope(),
                target.ticker(),
                target.markets(),
                fees,
                exchange.clock().instant().plus(in)));
  }

  /** Kalshi announces for a series or for an event, Polymarket for a market. */
  private Target target(Input input) {
    if (input.has("series")) {
      return all(Scope.SERIES, "series", input);
    }
    if (input.has("event")) {
      return all(Scope.EVENT, "event", input);
    }
    MarketId market = names.market(input);
    if (market.venue().equals(VenueId.KALSHI)) {
      String event = names.event(market);
      return new Target(Scope.EVENT, event, names.kalshiMarkets(event));
    }
    return new Target(Scope.MARKET, market.code(), List.of(market));
  }

  private Target all(Scope scope, String field, Input input) {
    if (!input.venue("venue").equals(VenueId.KALSHI)) {
      throw input.wrong("venue", "want kalshi");
    }
    String ticker = input.required(field);
    List<MarketId> markets = names.kalshiMarkets(ticker);
    if (markets.isEmpty()) {
      throw input.wrong(field, "is not listed");
    }
    return new Target(scope, ticker, markets);
  }

  private static FeeTerms terms(Input input) {
    if (input.venue("venue").equals(VenueId.POLYMARKET)) {
      return new FeeTerms.Polymarket(
          input.read("rate", text -> Math.toIntExact(Decimals.parse(text, 4))));
    }
    MakerFee maker =
        switch (input.text("type").orElse("quadratic")) {
          case "quadratic" -> MakerFee.NONE;
          case "quadratic_with_maker_fees" -> MakerFee.QUARTER;
          case "quadratic_with_combo_maker_fees" -> MakerFee.HALF;
          default -> throw input.wrong("type", "is none of Kalshi's quadratic schedules");
        };
    return new FeeTerms.Kalshi(
        maker, input.read("multiplier", text -> Math.toIntExact(Decimals.parse(text, 3))));
  }
}
