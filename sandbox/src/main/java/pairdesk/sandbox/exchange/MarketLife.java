package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.sandbox.exchange.ExchangeEvent.MarketChange;

/** Opens, pauses, closes and pays out markets. */
final class MarketLife {
  private final Floor floor;
  private final OrderDesk desk;
  private final List<FeeChange> feeChanges = new ArrayList<>();

  MarketLife(Floor floor, OrderDesk desk) {
    this.floor = floor;
    this.desk = desk;
  }

  void list(MarketSpec spec) {
    var market = new Market(spec, floor.now());
    if (floor.markets.putIfAbsent(spec.id(), market) != null) {
      throw new IllegalArgumentException("listed twice: " + spec.id());
    }
    change(market, market.state, MarketChange.LISTED);
    floor.agenda.at(spec.life().open(), () -> open(market));
    floor.agenda.at(spec.life().close(), () -> close(market, spec.life().close()));
  }

  private void open(Market market) {
    if (market.state.phase() == MarketPhase.INITIALIZED) {
      change(market, market.state.in(MarketPhase.ACTIVE), MarketChange.OPENED);
    }
  }

  void pause(Market market) {
    if (market.state.phase() == MarketPhase.ACTIVE) {
      desk.endAll(market, CancelReason.HALTED, o -> o.terms().options().cancelOnPause());
      change(market, market.state.in(MarketPhase.PAUSED), MarketChange.PAUSED);
    }
  }

  /** On re-activation all resting orders are cancelled. */
  void resume(Market market) {
    if (market.state.phase() == MarketPhase.PAUSED) {
      desk.endAll(market, CancelReason.HALTED, _ -> true);
      change(market, market.state.in(MarketPhase.ACTIVE), MarketChange.RESUMED);
    }
  }

  void regrid(Market market, PriceGrid grid) {
    change(market, market.state.with(grid), MarketChange.GRID_CHANGED);
  }

  void plan(FeeChange change) {
    feeChanges.add(change);
    if (change.at().isAfter(floor.now())) {
      floor.agenda.at(change.at(), () -> charge(change));
    } else {
      charge(change);
    }
  }

  private void charge(FeeChange change) {
    for (MarketId id : change.markets()) {
      Market market = floor.market(id);
      change(market, market.state.with(change.fees()), MarketChange.FEES_CHANGED);
    }
  }

  List<FeeChange> feeChanges() {
    return List.copyOf(feeChanges);
  }

  void closeAt(Market market, Instant close) {
    change(market, market.state.closingAt(close), MarketChange.CLOSE_CHANGED);
    floor.agenda.at(close, () -> close(market, close));
  }

  /** A close that was moved in the meantime does not count. */
  private void close(Market market, Instant planned) {
    MarketPhase phase = market.state.phase();
    boolean open =
        phase == MarketPhase.ACTIVE
            || phase == MarketPhase.PAUSED
            || phase == MarketPhase.INITIALIZED;
    if (open && market.state.close().equals(planned)) {
      change(market, market.state.in(MarketPhase.CLOSED), MarketChange.CLOSED);
      desk.endAll(market, CancelReason.CLOSED, _ -> true);
    }
  }

  /** The answer is known: trading ends, the payout follows after the settlement timer. */
  void resolve(Market market, Price yesPays) {
    if (market.state.value() != null) {
      throw new IllegalStateException("already resolved: " + market.spec.id());
    }
    boolean kalshi = market.spec.id().venue().equals(VenueId.KALSHI);
    desk.endAll(market, kalshi ? CancelReason.CLOSED : CancelReason.RESOLVED, _ -> true);
    change(market, market.state.determined(yesPays), MarketChange.DETERMINED);
    payOutLater(market, yesPays);
  }

  /** Somebody questions the answer: the payout waits until it is given anew. */
  void dispute(Market market) {
    if (market.state.phase() == MarketPhase.DETERMINED) {
      change(market, market.state.in(MarketPhase.DISPUTED), MarketChange.DISPUTED);
    }
  }

  /** Another answer in place of the one that is not paid out yet. */
  void amend(Market market, Price yesPays) {
    if (market.state.value() == null || market.state.phase() == MarketPhase.FINALIZED) {
      throw new IllegalStateException("not waiting for its payout: " + market.spec.id());
    }
    change(market, market.state.amended(yesPays), MarketChange.AMENDED);
    payOutLater(market, yesPays);
  }

  /** The answer counts that is in force when its payout is due. */
  private void payOutLater(Market market, Price yesPays) {
    MarketState answered = market.state;
    floor.agenda.at(
        floor.now().plus(floor.clock.scaled(market.spec.life().settlementTimer())),
        () -> {
          if (market.state.phase() == answered.phase() && yesPays.equals(market.state.value())) {
            payOut(market, yesPays);
          }
        });
  }

  /** Kalshi pays everybody; on Polymarket each wallet redeems what it has. */
  private void payOut(Market market, Price yesPays) {
    change(market, market.state.finalized(floor.now()), MarketChange.SETTLED);
    if (!floor.paysByItself(market)) {
      return;
    }
    for (Account account : floor.accounts.values()) {
      account
          .ledger
          .settle(market.spec, yesPays, floor.now())
          .ifPresent(settlement -> {
            account.settlements.add(settlement);
            floor.tell(
                new ExchangeEvent.PositionChanged(
                    account.id, account.ledger.position(market.spec.id()), floor.now()));
          });
    }
  }

  private void change(Market market, MarketState next, MarketChange change) {
    market.state = next;
    floor.tell(new ExchangeEvent.MarketChanged(next, change, floor.now()));
  }
}
