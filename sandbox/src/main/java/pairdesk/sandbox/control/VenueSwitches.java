package pairdesk.sandbox.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.KalshiModes;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.sandbox.exchange.VenueModes;

/** Changes what a whole venue allows, how its trades settle, and what its clock says. */
final class VenueSwitches {
  private final Exchange exchange;

  VenueSwitches(Exchange exchange) {
    this.exchange = exchange;
  }

  Runnable venue(Input input) {
    return input.venue("venue").equals(VenueId.KALSHI) ? kalshi(input) : polymarket(input);
  }

  private Runnable kalshi(Input input) {
    KalshiModes modes = exchange.modes().kalshi();
    if (input.has("maintenance")) {
      return maintenance(modes, input);
    }
    if (input.has("halted")) {
      boolean halted = input.flag("halted", true);
      return () -> modes.halt(halted);
    }
    if (input.has("readLagMillis")) {
      Duration lag = input.span("readLagMillis", 0);
      return () -> modes.lagReads(lag);
    }
    int shard = input.numberFrom(0, "shard", 0);
    boolean paused = input.flag("paused", true);
    return () -> modes.pause(shard, paused);
  }

  private Runnable maintenance(KalshiModes modes, Input input) {
    boolean whole =
        switch (input.required("maintenance")) {
          case "trading" -> false;
          case "exchange" -> true;
          default -> throw input.wrong("maintenance", "want trading or exchange");
        };
    Duration in = input.span("inMillis", 0);
    Duration lasts = input.span("forMillis", 60_000);
    return () -> {
      Instant from = exchange.clock().instant().plus(in);
      modes.plan(new KalshiModes.Maintenance(whole, from, from.plus(lasts)));
    };
  }

  private Runnable polymarket(Input input) {
    VenueModes modes = exchange.modes();
    if (input.has("orderVersion")) {
      int version = input.numberFrom(2, "orderVersion", 2);
      if (version > 3) {
        throw input.wrong("orderVersion", "want 2 or 3");
      }
      return () -> modes.setOrderVersion(version);
    }
    if (input.has("ordersPerSecond") || input.has("cancelsPerSecond")) {
      var budgets =
          new VenueModes.Budgets(
              input.numberFrom(1, "ordersPerSecond", VenueModes.Budgets.STANDARD.orders()),
              input.numberFrom(1, "cancelsPerSecond", VenueModes.Budgets.STANDARD.cancels()));
      return () -> modes.setBudgets(budgets);
    }
    var mode =
        input.read(
            "mode",
            text -> VenueModes.Polymarket.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
    Optional<Duration> lasts =
        input.has("forMillis") ? Optional.of(input.span("forMillis", 0)) : Optional.empty();
    return () ->
        lasts.ifPresentOrElse(
            span -> modes.setPolymarket(mode, span), () -> modes.setPolymarket(mode));
  }

  /** A venue's clock may run behind as well as before. */
  Runnable clock(Input input) {
    Duration offset = Duration.ofMillis(input.number("offsetMillis", 0));
    return () -> exchange.clock().shift(offset);
  }

  /** How Polymarket's trades settle: the next one, or all from now on. */
  Runnable settlement(Input input) {
    List<TradeStep> steps =
        input.list("steps").stream()
            .map(step ->
                new TradeStep(
                    step.read("status", text -> TradeStatus.valueOf(text.toUpperCase(Locale.ROOT))),
                    step.span("afterMillis", 1_000)))
            .toList();
    mustBePossible(input, steps);
    return switch (input.text("scope").orElse("next")) {
      case "next" -> () -> exchange.scriptNextTrade(steps);
      case "usual" -> () -> exchange.setUsualSettlement(steps);
      default -> throw input.wrong("scope", "want next or usual");
    };
  }

  /** What a chain can do: mine a trade once and confirm it then, or fail it before. */
  private static void mustBePossible(Input input, List<TradeStep> steps) {
    boolean mined = false;
    boolean ended = false;
    for (TradeStep step : steps) {
      boolean fits =
          switch (step.status()) {
            case MATCHED, RETRYING -> true;
            case MINED, FAILED -> !mined;
            case CONFIRMED -> mined;
          };
      if (ended || !fits) {
        throw input.wrong("steps", "no trade is " + step.status() + " after the steps before it");
      }
      mined |= step.status() == TradeStatus.MINED;
      ended = step.status() == TradeStatus.CONFIRMED || step.status() == TradeStatus.FAILED;
    }
  }
}
