package pairdesk.sandbox.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.sandbox.exchange.VenueModes;
import pairdesk.sandbox.flow.Participants;

/** Changes the state of venues, markets, books, accounts and the clock. */
final class Switches {
  private final Exchange exchange;
  private final Participants participants;
  private final Accounts accounts;

  /** The trader of each venue. */
  record Accounts(AccountId kalshi, AccountId polymarket) {
    AccountId on(VenueId venue) {
      return venue.equals(VenueId.KALSHI) ? kalshi : polymarket;
    }
  }

  Switches(Exchange exchange, Participants participants, Accounts accounts) {
    this.exchange = exchange;
    this.participants = participants;
    this.accounts = accounts;
  }

  void venue(Input input) {
    VenueModes modes = exchange.modes();
    if (input.venue("venue").equals(VenueId.KALSHI)) {
      modes.kalshi().pause(input.number("shard", 0), input.flag("paused", true));
      return;
    }
    var mode =
        input.read(
            "mode",
            text -> VenueModes.Polymarket.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
    if (input.has("forMillis")) {
      modes.setPolymarket(mode, input.millis("forMillis", 0));
    } else {
      modes.setPolymarket(mode);
    }
  }

  void market(Input input) {
    MarketId market = listed(input);
    switch (input.required("action")) {
      case "pause" -> exchange.pause(market);
      case "resume" -> exchange.resume(market);
      case "close" -> exchange.setClose(market, exchange.clock().instant());
      case "settle" -> settle(market, input);
      case "tick" -> {
        int step = Math.toIntExact(input.read("tick", text -> Decimals.parse(text, 4)));
        exchange.setGrid(market, PriceGrid.uniform(step));
      }
      default -> throw input.wrong("action", "want pause, resume, close, settle or tick");
    }
  }

  private void settle(MarketId market, Input input) {
    if (exchange.market(market).orElseThrow().value() != null) {
      throw input.wrong("market", "is resolved already");
    }
    exchange.resolve(market, input.read("value", Price::parse));
  }

  private MarketId listed(Input input) {
    MarketId market = input.market();
    if (exchange.market(market).isEmpty()) {
      throw input.wrong("market", "is not listed");
    }
    return market;
  }

  /** Quotes of the participants, or whether they go on by themselves. */
  void book(Input input) {
    if (!input.has("market")) {
      switch (input.required("flow")) {
        case "stop" -> participants.freezeAll();
        case "resume" -> participants.resumeAll();
        default -> throw input.wrong("flow", "want stop or resume");
      }
      return;
    }
    MarketId market = listed(input);
    switch (input.text("flow").orElse("stop")) {
      case "stop" -> participants.stop(market);
      case "resume" -> participants.resume(market);
      default -> throw input.wrong("flow", "want stop or resume");
    }
    if (input.has("bids") || input.has("asks")) {
      exchange.quote(market, levels(input, "bids"), levels(input, "asks"));
    }
  }

  private static List<Level> levels(Input input, String side) {
    var levels = new ArrayList<Level>();
    if (input.has(side)) {
      for (Input level : input.list(side)) {
        levels.add(
            new Level(level.read("price", Price::parse), level.read("quantity", Quantity::parse)));
      }
    }
    return levels;
  }

  void clock(Input input) {
    exchange.clock().shift(input.millis("offsetMillis", 0));
  }

  void account(Input input) {
    Usd cash = input.read("cash", Usd::parse);
    try {
      exchange.setCash(accounts.on(input.venue("venue")), input.number("shard", 0), cash);
    } catch (IllegalArgumentException _) {
      throw input.wrong("shard", "Polymarket has one pool of cash, shard 0");
    }
  }

  /** How Polymarket's trades settle: the next one, or all from now on. */
  void settlement(Input input) {
    List<TradeStep> steps =
        input.list("steps").stream()
            .map(step ->
                new TradeStep(
                    step.read("status", text -> TradeStatus.valueOf(text.toUpperCase(Locale.ROOT))),
                    step.millis("afterMillis", 1_000)))
            .toList();
    switch (input.text("scope").orElse("next")) {
      case "next" -> exchange.scriptNextTrade(steps);
      case "usual" -> exchange.setUsualSettlement(steps);
      default -> throw input.wrong("scope", "want next or usual");
    }
  }
}
