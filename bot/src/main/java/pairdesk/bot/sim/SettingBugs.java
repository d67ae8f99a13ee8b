package pairdesk.bot.sim;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.Capabilities;

/** Planted in what the engine is told about the world, and in what it remembers of it. */
final class SettingBugs {
  private static final Duration SHORT = Duration.ofSeconds(5);

  private SettingBugs() {}

  static final class ShortWindow implements Sabotage {
    @Override
    public EngineSettings settings(EngineSettings right) {
      Map<VenueId, Capabilities> venues = new HashMap<>(right.venues());
      venues.replaceAll((_, c) ->
          c.lateArrivalWindow().isZero()
              ? c
              : new Capabilities(c.provisionalFills(), c.idempotentIds(), SHORT, c.readLag()));
      return new EngineSettings(
          right.account(), venues, right.strategyModes(), right.rules(), right.rhythm());
    }
  }

  static final class Forgetful implements Sabotage {
    @Override
    public Recovered recovered(Recovered right) {
      return new Recovered(
          right.controls(),
          right.pairs(),
          right.openExecutions(),
          right.orders().stream()
              .filter(o -> o.state() != OrderState.INTENDED && o.state() != OrderState.SENT)
              .toList(),
          right.fills(),
          right.payouts(),
          right.money(),
          right.breakers());
    }
  }

  static final class Free implements Sabotage {
    @Override
    public Market told(Market right) {
      Market.Terms t = right.terms();
      return new Market(
          right.listing(),
          new Market.Terms(
              t.grid(), t.lot(), t.minimumSize(), t.minimumMarketableBuy(), new FeeSchedule.Free()),
          right.life(),
          right.address());
    }
  }

  static final class Swapped implements Sabotage {
    @Override
    public Pair paired(Pair right) {
      Relation other = right.relation() == Relation.SAME ? Relation.INVERSE : Relation.SAME;
      return new Pair(
          right.id(),
          right.left(),
          right.right(),
          other,
          right.status(),
          right.rulesHash(),
          right.terms(),
          right.tactic());
    }
  }

  static final class MissingIsEmpty implements Sabotage {
    @Override
    public AccountSnapshot incomplete(AccountSnapshot right) {
      return new AccountSnapshot(
          right.venue(),
          right.readAt(),
          right.cash(),
          right.holdings(),
          right.openOrders(),
          right.fills(),
          right.payouts(),
          EnumSet.allOf(AccountSnapshot.Part.class));
    }
  }
}
