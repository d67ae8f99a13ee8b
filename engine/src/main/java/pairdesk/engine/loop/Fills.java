package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.portfolio.Position;

/**
 * Books fills, each once, in whatever state their order is. Fills of an order that we do not know
 * wait a while for it: the report of the order may be slower.
 */
final class Fills {
  private final Orders orders;
  private final Ledger ledger;
  private final ExecutionBook executions;
  private final Stops stops;
  private final Reversals reversals;
  private final ChargedFees charges;
  private final Duration patience;
  private final Map<Fill.Key, Parked> parked = new LinkedHashMap<>();

  private record Parked(Fill fill, Instant since) {}

  Fills(Parts parts, ChargedFees charges, EngineSettings.Doubts doubts) {
    this.charges = charges;
    this.orders = parts.orders();
    this.executions = parts.executions();
    this.ledger = parts.ledger();
    this.stops = parts.stops();
    this.reversals = new Reversals(parts, doubts.reversals());
    this.patience = doubts.parked();
  }

  void reported(Fill fill, Turn turn) {
    Optional<ClientOrder> order = order(fill);
    if (order.isPresent()) {
      book(order.get(), fill, turn);
    } else {
      parked.merge(
          fill.key(),
          new Parked(fill, turn.now()),
          (before, again) -> new Parked(again.fill(), before.since()));
      turn.lookAgain(turn.now().plus(patience));
    }
  }

  /** Books what has found its order by now; what has waited long enough is not ours. */
  void look(Turn turn) {
    for (Parked one : List.copyOf(parked.values())) {
      Optional<ClientOrder> order = order(one.fill());
      Instant due = one.since().plus(patience);
      if (order.isPresent()) {
        parked.remove(one.fill().key());
        book(order.get(), one.fill(), turn);
      } else if (!turn.now().isBefore(due)) {
        parked.remove(one.fill().key());
        bookExternal(one.fill(), turn);
      } else {
        turn.lookAgain(due);
      }
    }
  }

  /** People are told when it takes away what an execution had bought: its counterpart stays. */
  private void bookExternal(Fill fill, Turn turn) {
    MarketId market = fill.instrument().market();
    Portfolio portfolio = ledger.portfolio();
    boolean touchesOurs = portfolio.isBoughtByUs(market);
    List<Position> before =
        List.of(portfolio.position(market.yes()), portfolio.position(market.no()));
    ledger.bookExternal(fill, turn);
    for (Position held : before) {
      Quantity left = portfolio.position(held.instrument()).quantity();
      if (touchesOurs && left.isLessThan(held.quantity())) {
        turn.alarm(
            "external-fill",
            "An order that is not the desk's traded %s: of %s shares %s are left. What was bought against them may have no counterpart now, see /positions; nothing is traded to correct it."
                .formatted(held.instrument(), held.quantity(), left));
      }
    }
  }

  private Optional<ClientOrder> order(Fill fill) {
    return Optional.ofNullable(fill.order())
        .flatMap(orders::find)
        .or(() -> orders.find(fill.instrument().venue(), fill.key().venueOrder()));
  }

  private void book(ClientOrder order, Fill told, Turn turn) {
    Fill fill = asOrdered(order, told);
    ClientOrder next = order.booked(fill, turn.now());
    if (next.equals(order)) {
      return;
    }
    if (next.ref().venueOrderId() == null) {
      next = next.known(fill.key().venueOrder());
    }
    Fill booked =
        next.fills().stream().filter(f -> f.key().equals(fill.key())).findFirst().orElseThrow();
    orders.put(next, turn);
    ledger.book(booked, executions.attribution(order), turn);
    if (next.filled().isGreaterThan(next.ordered())) {
      stops.invariantBroken(
          "order %s: %s shares filled of %s ordered"
              .formatted(order.id(), next.filled(), order.ordered()),
          turn);
    }
    announce(order, fill, turn);
    if (fill.status() == FillStatus.VOIDED) {
      reversals.takenBack(order, turn);
    }
    if (isNew(order, fill)) {
      charges.look(order, fill, turn);
    }
  }

  /**
   * In the words of the order: lists of a venue that nets YES and NO do not say which of the two
   * was meant.
   */
  private static Fill asOrdered(ClientOrder order, Fill fill) {
    boolean flipped =
        fill.side() != order.side()
            && fill.instrument().equals(order.intent().instrument().opposite());
    return flipped ? fill.ofOpposite() : fill;
  }

  private static void announce(ClientOrder order, Fill fill, Turn turn) {
    if (fill.status() == FillStatus.VOIDED) {
      turn.alarm(
          "fill-voided",
          "%s took back a fill of %s shares of %s. It is reversed in the books; what it leaves without a counterpart is evened out now."
              .formatted(
                  order.intent().instrument().venue().label(),
                  fill.quantity(),
                  order.intent().instrument()));
    } else if (order.state().isTerminal() && !order.isMissingFills() && isNew(order, fill)) {
      turn.alarm(
          "late-fill",
          "%s shares of %s filled after their order had ended (%s). They are booked; what has no counterpart is evened out now."
              .formatted(fill.quantity(), order.intent().instrument(), order.state()));
    }
  }

  private static boolean isNew(ClientOrder order, Fill fill) {
    return order.fills().stream().noneMatch(known -> known.key().equals(fill.key()));
  }
}
