package pairdesk.bot.command;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.bot.console.Desk;
import pairdesk.bot.review.EdgeNow;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;

/** What a list tells of each of many pairs at this moment, on one account; from memory only. */
final class PairFigures {
  private final EdgeNow edges;
  private final Quantity size;
  private final Map<MarketId, Usd> held = new HashMap<>();
  private final Map<PairId, Usd> earned = new HashMap<>();

  PairFigures(Desk desk, EngineView.Wealth account) {
    this.edges = EdgeNow.followed(desk);
    this.size = EdgeNow.smallest(desk);
    for (Position position : account.positions()) {
      held.merge(position.instrument().market(), position.cost(), Usd::plus);
    }
    for (PnlDay day : account.pnl()) {
      if (day.pair() != null) {
        earned.merge(day.pair(), day.realised().minus(day.fees()), Usd::plus);
      }
    }
  }

  /** Of the better way, in the smallest size that is traded; empty when it cannot be counted. */
  Optional<Ratio> edge(Pair pair) {
    return edges.best(pair, size).map(priced -> priced.edge().netRatio());
  }

  /** When the first of both markets closes; empty when nobody says. */
  Optional<Instant> closes(Pair pair) {
    return edges.closes(pair);
  }

  /** What is held in both markets, at cost. */
  Usd held(Pair pair) {
    return Stream.of(pair.left(), pair.right())
        .map(market -> held.getOrDefault(market, Usd.ZERO))
        .reduce(Usd.ZERO, Usd::plus);
  }

  /** Realised on all days, less fees. */
  Usd earned(Pair pair) {
    return earned.getOrDefault(pair.id(), Usd.ZERO);
  }
}
