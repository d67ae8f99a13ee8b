package pairdesk.sandbox.control;

import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.flow.Participants;

/** Changes the life of a market and its book. */
final class MarketSwitches {
  private final Exchange exchange;
  private final Participants participants;
  private final Names names;

  MarketSwitches(Exchange exchange, Participants participants, Names names) {
    this.exchange = exchange;
    this.participants = participants;
    this.names = names;
  }

  Runnable market(Input input) {
    MarketId market = names.market(input);
    return switch (input.required("action")) {
      case "pause" -> () -> exchange.pause(market);
      case "resume" -> () -> exchange.resume(market);
      case "close" -> close(market, input);
      case "settle" -> settle(market, input);
      case "dispute" -> dispute(market, input);
      case "amend" -> amend(market, input);
      case "tick" -> tick(market, input);
      case "delay" -> delay(market, input);
      default ->
          throw input.wrong(
              "action", "want pause, resume, close, settle, dispute, amend, tick or delay");
    };
  }

  private Runnable close(MarketId market, Input input) {
    var in = input.span("inMillis", 0);
    return () -> exchange.setClose(market, exchange.clock().instant().plus(in));
  }

  private Runnable tick(MarketId market, Input input) {
    int step = input.read("tick", text -> Math.toIntExact(Decimals.parse(text, 4)));
    if (step <= 0 || 10_000 % step != 0) {
      throw input.wrong("tick", "want a part of a dollar, such as 0.001");
    }
    return () -> exchange.setGrid(market, PriceGrid.uniform(step));
  }

  /** Holds takers back, as Polymarket does in sports. */
  private Runnable delay(MarketId market, Input input) {
    if (!market.venue().equals(VenueId.POLYMARKET)) {
      throw input.wrong("venue", "want polymarket: takers are delayed there alone");
    }
    var delay = input.span("millis", 3_000);
    return () -> exchange.modes().delayTakers(market, delay);
  }

  private MarketState state(MarketId market) {
    return exchange.market(market).orElseThrow();
  }

  private Runnable settle(MarketId market, Input input) {
    Price value = input.read("value", Price::parse);
    return () -> {
      if (state(market).value() != null) {
        throw input.wrong("market", "is resolved already");
      }
      exchange.resolve(market, value);
    };
  }

  private Runnable dispute(MarketId market, Input input) {
    onKalshi(market, input);
    return () -> {
      if (state(market).phase() != MarketPhase.DETERMINED) {
        throw input.wrong("market", "has no answer that waits for its payout");
      }
      exchange.dispute(market);
    };
  }

  private Runnable amend(MarketId market, Input input) {
    onKalshi(market, input);
    Price value = input.read("value", Price::parse);
    return () -> {
      if (state(market).value() == null || state(market).phase() == MarketPhase.FINALIZED) {
        throw input.wrong("market", "has no answer that waits for its payout");
      }
      exchange.amendAnswer(market, value);
    };
  }

  private static void onKalshi(MarketId market, Input input) {
    if (!market.venue().equals(VenueId.KALSHI)) {
      throw input.wrong("venue", "want kalshi: answers are disputed there alone");
    }
  }

  /** Quotes of the participants, or whether they go on by themselves. */
  Runnable book(Input input) {
    if (!input.has("market")) {
      return switch (input.required("flow")) {
        case "stop" -> participants::freezeAll;
        case "resume" -> participants::resumeAll;
        default -> throw input.wrong("flow", "want stop or resume");
      };
    }
    MarketId market = names.market(input);
    boolean stops =
        switch (input.text("flow").orElse("stop")) {
          case "stop" -> true;
          case "resume" -> false;
          default -> throw input.wrong("flow", "want stop or resume");
        };
    boolean quotes = input.has("bids") || input.has("asks");
    List<Level> bids = levels(input, "bids");
    List<Level> asks = levels(input, "asks");
    return () -> {
      if (stops) {
        participants.stop(market);
      } else {
        participants.resume(market);
      }
      if (quotes) {
        exchange.quote(market, bids, asks);
      }
    };
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
}
