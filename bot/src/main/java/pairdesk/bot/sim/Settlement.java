package pairdesk.bot.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;

/** How Polymarket's next trades settle: in two to fifty seconds, or not at all. */
final class Settlement {
  private final Exchange exchange;
  private final Chance chance;
  private final Supplier<Faults> faults;

  Settlement(Exchange exchange, Chance chance, Supplier<Faults> faults) {
    this.exchange = exchange;
    this.chance = chance;
    this.faults = faults;
  }

  void draw() {
    Faults.Venue odds = faults.get().venue();
    var steps = new ArrayList<TradeStep>();
    Duration first =
        chance.in(odds.settlesLate()) ? chance.millis(10_000, 50_000) : chance.millis(1_000, 4_000);
    boolean fails = chance.in(odds.failsToSettle());
    if (fails && chance.in(500)) {
      steps.add(new TradeStep(TradeStatus.RETRYING, chance.millis(500, 3_000)));
    }
    steps.add(new TradeStep(fails ? TradeStatus.FAILED : TradeStatus.MINED, first));
    if (!fails) {
      steps.add(new TradeStep(TradeStatus.CONFIRMED, chance.millis(500, 4_000)));
    }
    exchange.setUsualSettlement(List.copyOf(steps));
  }
}
