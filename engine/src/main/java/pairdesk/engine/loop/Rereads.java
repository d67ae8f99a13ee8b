package pairdesk.engine.loop;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.quality.BooksConfirmedRule;

/**
 * Asks for the books that an opportunity waits for: once for each fall of a price. What is lost on
 * the way comes with the feed's next regular read.
 */
final class Rereads {
  private final Markets markets;
  private final LimitsInForce limits;
  private final Map<MarketId, Instant> asked = new HashMap<>();

  Rereads(Markets markets, LimitsInForce limits) {
    this.markets = markets;
    this.limits = limits;
  }

  void ask(Opportunity.Bundle bundle, Turn turn) {
    var rule = new BooksConfirmedRule(limits.limits().timing().confirmation());
    Set<MarketId> wanted = new TreeSet<>(rule.waitsFor(bundle, markets));
    Optional<Instant> fell =
        bundle.legs().stream()
            .map(Leg::instrument)
            .flatMap(instrument -> markets.cheaperSince(instrument).stream())
            .max(Instant::compareTo);
    wanted.removeIf(market -> fell.filter(at -> isAsked(market, at)).isPresent());
    if (!wanted.isEmpty()) {
      wanted.forEach(market -> asked.put(market, turn.now()));
      turn.ask(new Effect.ReadBooks(wanted));
    }
  }

  private boolean isAsked(MarketId market, Instant since) {
    Instant last = asked.get(market);
    return last != null && !last.isBefore(since);
  }
}
