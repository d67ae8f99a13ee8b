package pairdesk.bot.app;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.paper.PaperSettings;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.strategy.crossvenue.RestingSettings;

/** What is traded: thresholds, sizes, waits, paper. */
final class TradingVariables {
  private final Environment environment;
  private final Values values;

  TradingVariables(Environment environment) {
    this.environment = environment;
    this.values = new Values(environment);
  }

  Settings.Trading read() {
    return new Settings.Trading(
        values.fraction("MIN_ARBITRAGE_THRESHOLD", "0.01"),
        values.fraction("SLIPPAGE_TOLERANCE", "0.02"),
        values.usd("MAX_TRADE_SIZE", "1000"),
        values.usd("MAX_POSITION_PER_MARKET", "5000"),
        environment.optional(
            "MIN_TRADE_SHARES", Quantity.ofShares(50), "shares, above 0", "50", Values::shares),
        values.usd("MAX_DAILY_LOSS", "50"),
        new Settings.Waits(
            values.seconds("ORDER_TIMEOUT_SECONDS", Duration.ofSeconds(30)),
            values.seconds("PAIR_COOLDOWN_SECONDS", Duration.ofSeconds(30)),
            values.seconds("CATALOG_REFRESH_SECONDS", Duration.ofMinutes(5)),
            values.seconds("ENGINE_STALL_SECONDS", Duration.ofSeconds(5)),
            values.millis("BOOK_CONFIRM_MILLIS", Limits.Timing.DEFAULTS.confirmation(), 5_000),
            environment.optional(
                "REHEARSAL_SECONDS",
                Duration.ofSeconds(20),
                "whole seconds, 0 to 120",
                "20",
                text -> Duration.ofSeconds(Values.whole(text, 0, 120)))),
        new Settings.Paper(
            values.usd("PAPER_CASH", "10000"),
            values.millis("PAPER_LATENCY_MILLIS", PaperSettings.DEFAULTS.latency(), 10_000)),
        buying());
  }

  private Settings.Buying buying() {
    return new Settings.Buying(
        environment.optional(
            "EXECUTION_PLAN",
            Tactic.TAKER_TAKER,
            "taker_taker, sequential or maker_taker",
            "taker_taker",
            text -> Tactic.valueOf(text.toUpperCase(Locale.ROOT))),
        environment.optional(
            "MAKER_VENUE",
            RestingSettings.DEFAULTS.venue(),
            "polymarket or kalshi",
            "polymarket",
            TradingVariables::venue),
        values.fraction("MIN_MAKER_THRESHOLD", "0.003"));
  }

  private static VenueId venue(String code) {
    return Stream.of(VenueId.POLYMARKET, VenueId.KALSHI)
        .filter(venue -> venue.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such venue: " + code));
  }
}
