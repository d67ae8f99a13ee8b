package pairdesk.bot.sim;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.OrderLookup;

/** Planted in what is heard of fills, wherever it is heard. */
final class FillBugs {
  private FillBugs() {}

  /** Changes or drops every fill of an event. */
  abstract static class Changed implements Sabotage {
    private final Function<Fill, Optional<Fill>> change;

    Changed(Function<Fill, Optional<Fill>> change) {
      this.change = change;
    }

    @Override
    public List<EngineEvent> heard(EngineEvent right) {
      return switch (right) {
        case EngineEvent.FillReported(Fill fill) ->
            change.apply(fill).<EngineEvent>map(EngineEvent.FillReported::new).stream().toList();
        case EngineEvent.AccountReported(AccountSnapshot read) ->
            List.of(new EngineEvent.AccountReported(with(read)));
        case EngineEvent.OrderLookedUp(var id, OrderLookup.Found found) ->
            List.of(new EngineEvent.OrderLookedUp(id, with(found)));
        default -> List.of(right);
      };
    }

    final AccountSnapshot with(AccountSnapshot read) {
      return new AccountSnapshot(
          read.venue(),
          read.readAt(),
          read.cash(),
          read.holdings(),
          read.openOrders(),
          changed(read.fills()),
          read.payouts(),
          read.complete());
    }

    private OrderLookup.Found with(OrderLookup.Found found) {
      return new OrderLookup.Found(
          found.venueOrderId(), found.state(), found.filled(), changed(found.fills()));
    }

    private List<Fill> changed(List<Fill> fills) {
      return fills.stream().flatMap(fill -> change.apply(fill).stream()).toList();
    }
  }

  /** The poll names a trade in another way than the stream. */
  static final class Renamed extends Changed {
    Renamed() {
      super(fill ->
          Optional.of(
              new Fill(
                  new Fill.Key(
                      fill.key().venue(), fill.key().trade() + "'", fill.key().venueOrder()),
                  fill.order(),
                  fill.instrument(),
                  fill.side(),
                  fill.quantity(),
                  fill.price(),
                  fill.fee(),
                  fill.liquidity(),
                  fill.status(),
                  fill.at())));
    }

    @Override
    public List<EngineEvent> heard(EngineEvent right) {
      return right instanceof EngineEvent.FillReported ? List.of(right) : super.heard(right);
    }
  }

  /** Nobody hears that a fill was taken back. */
  static final class NeverVoided extends Changed {
    NeverVoided() {
      super(fill -> fill.status() == FillStatus.VOIDED ? Optional.empty() : Optional.of(fill));
    }
  }

  static final class FailedIsFinal extends Changed {
    FailedIsFinal() {
      super(fill ->
          Optional.of(
              fill.status() == FillStatus.VOIDED ? fill.withStatus(FillStatus.FINAL) : fill));
    }
  }

  static final class AllFinal extends Changed {
    AllFinal() {
      super(fill ->
          Optional.of(
              fill.status() == FillStatus.PROVISIONAL ? fill.withStatus(FillStatus.FINAL) : fill));
    }
  }
}
