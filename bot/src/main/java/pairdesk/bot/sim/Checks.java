package pairdesk.bot.sim;

import java.time.Instant;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;

/**
 * The invariants of a run, looked at with everything that the engine asks for or writes, against
 * what really happened at the venues.
 */
final class Checks {
  private final World world;
  private final OrderChecks orders;
  private final MoneyChecks money;
  private final Figures figures;

  Checks(World world) {
    this.world = world;
    this.orders = new OrderChecks(world);
    this.money = new MoneyChecks(world);
    this.figures = new Figures(world.truth());
  }

  Figures figures() {
    return figures;
  }

  MoneyChecks money() {
    return money;
  }

  /** A process begins with what the database holds. */
  void started() {
    orders.started();
    money.started();
  }

  void bookTold(Book book) {
    orders.bookTold(book);
  }

  void bookLost(Instrument instrument) {
    orders.bookLost(instrument);
  }

  /** Its bytes are about to leave. */
  void leaves(SentOrder order, Instant now) {
    orders.leaves(order, now);
  }

  void asked(Effect effect, Desk desk) {
    fold(effect);
    switch (effect) {
      case Effect.Submit e -> orders.submitted(e, desk.now());
      case Effect.Write e -> written(e.row());
      case Effect.Tell e -> told(e.notice());
      case Effect.Cancel _,
          Effect.CancelAll _,
          Effect.LookUp _,
          Effect.ReadAccount _,
          Effect.Redeem _,
          Effect.Watch _,
          Effect.ReadBooks _,
          Effect.WakeAt _ -> {}
    }
  }

  private void written(JournalRecord row) {
    switch (row) {
      case JournalRecord.FillBooked r -> {
        money.booked(r.fill());
        orders.booked(r.fill());
        voided(r.fill());
      }
      case JournalRecord.PositionChanged r -> money.position(r.position());
      case JournalRecord.CashChanged r -> money.cash(r.cash());
      case JournalRecord.PayoutBooked r -> {
        money.paidOut(r);
        world.sometimes().saw(Sometimes.Event.SETTLED);
      }
      case JournalRecord.OrderMoved r -> orders.moved(r);
      case JournalRecord.ExecutionChanged r -> {
        figures.changed(r.execution());
        count(r);
        if (r.execution().state().isClosed()) {
          orders.closed(r.execution());
          money.closed(r.execution());
        }
      }
      case JournalRecord.BreakerTripped _ -> world.sometimes().saw(Sometimes.Event.BREAKER);
      case JournalRecord.OpportunityFound _,
          JournalRecord.VerdictGiven _,
          JournalRecord.PnlChanged _,
          JournalRecord.HighWaterChanged _,
          JournalRecord.BreakerReset _,
          JournalRecord.ControlChanged _,
          JournalRecord.PairChanged _,
          JournalRecord.Reconciled _ -> {}
    }
  }

  private void voided(Fill fill) {
    boolean closed =
        fill.status() == FillStatus.VOIDED
            && Optional.ofNullable(fill.order())
                .flatMap(world.truth()::attempt)
                .filter(attempt -> figures.isClosed(attempt.intent.origin().execution()))
                .isPresent();
    if (closed) {
      world.sometimes().saw(Sometimes.Event.VOIDED_AFTER_CLOSE);
    }
  }

  private void count(OrderIntent intent) {
    if (intent.terms().postOnly()) {
      figures.rests(intent.origin().execution());
      world.sometimes().saw(Sometimes.Event.RESTED);
    } else if (figures.isResting(intent.origin().execution())
        && intent.origin().purpose() == Purpose.HEDGE) {
      world.sometimes().saw(Sometimes.Event.HEDGED);
    }
  }

  private void count(JournalRecord.ExecutionChanged row) {
    Sometimes.Event event =
        switch (row.execution().state()) {
          case COMPLETE -> Sometimes.Event.COMPLETED;
          case UNEVEN -> Sometimes.Event.UNEVEN;
          case PATCHING -> Sometimes.Event.PATCHING;
          case HOLDING -> Sometimes.Event.HOLDING;
          case UNWINDING -> Sometimes.Event.UNWINDING;
          case PANIC -> Sometimes.Event.PANIC;
          case STUCK -> Sometimes.Event.STUCK;
          default -> null;
        };
    if (event != null) {
      world.sometimes().saw(event);
    }
    if (row.execution().legs().size() > 2 && event == Sometimes.Event.COMPLETED) {
      world.sometimes().saw(Sometimes.Event.BASKET_COMPLETED);
    } else if (row.execution().legs().size() > 2 && event != null) {
      world.sometimes().saw(Sometimes.Event.BASKET_UNEVEN);
    }
  }

  /** Alarms that say that our books are wrong: here nobody else touches the accounts. */
  private void told(Notice notice) {
    if (notice instanceof Notice.Alarm(String code, String text, Instant at)) {
      world.trace().note(at, "alarm", code + ": " + text);
      switch (code) {
        case "invariant", "paper-invariant", "row-refused" -> throw new Broken("identity", text);
        case "reconcile-difference", "cash-difference", "payout-difference" ->
            throw new Broken("I3", text);
        case "order-unknown" -> world.sometimes().saw(Sometimes.Event.ORDER_UNKNOWN);
        case "fill-voided" -> world.sometimes().saw(Sometimes.Event.VOIDED);
        default -> {}
      }
    }
  }

  /** What is observable goes into the trace, by what is the same on every machine. */
  private void fold(Effect effect) {
    switch (effect) {
      case Effect.Submit e -> {
        world.trace().note(world.time().instant(), "submit", e);
        e.intents().forEach(this::count);
        e.intents()
            .forEach(intent -> {
              world.trace().fold(intent.id().value().hashCode());
              world.trace().fold(intent.terms().limit().e4());
              world.trace().fold(intent.terms().quantity().e6());
            });
      }
      case Effect.Write(JournalRecord row) -> fold(row);
      case Effect.LookUp e -> world.trace().fold(e.order().id().value().hashCode());
      case Effect.Cancel e -> {
        world.trace().note(world.time().instant(), "cancel", e.order());
        world.sometimes().saw(Sometimes.Event.WITHDRAWN);
        world.trace().fold(e.order().id().value().hashCode());
      }
      case Effect.WakeAt e -> world.trace().fold(e.due().toEpochMilli());
      case Effect.CancelAll _,
          Effect.ReadAccount _,
          Effect.Redeem _,
          Effect.Watch _,
          Effect.ReadBooks _,
          Effect.Tell _ -> {}
    }
  }

  private void fold(JournalRecord row) {
    switch (row) {
      case JournalRecord.OrderMoved r -> {
        world.trace().note(r.at(), "moved", r);
        world.trace().fold(r.id().value().hashCode());
        world.trace().fold(r.state().name().hashCode());
      }
      case JournalRecord.FillBooked r -> {
        world.trace().note(world.time().instant(), "booked", r.fill());
        world.trace().fold(r.fill().key().trade().hashCode());
        world.trace().fold(r.fill().status().name().hashCode());
      }
      case JournalRecord.CashChanged r -> {
        world.trace().fold(r.cash().total().e6());
        world.trace().fold(r.cash().reserved().e6());
      }
      case JournalRecord.ExecutionChanged r -> {
        world.trace().note(world.time().instant(), "execution", r.execution());
        world.trace().fold(r.execution().id().value().hashCode());
        world.trace().fold(r.execution().state().name().hashCode());
        world.trace().fold(r.execution().result().realised().e6());
      }
      case JournalRecord.OpportunityFound _,
          JournalRecord.VerdictGiven _,
          JournalRecord.PositionChanged _,
          JournalRecord.PnlChanged _,
          JournalRecord.HighWaterChanged _,
          JournalRecord.PayoutBooked _,
          JournalRecord.BreakerTripped _,
          JournalRecord.BreakerReset _,
          JournalRecord.ControlChanged _,
          JournalRecord.PairChanged _,
          JournalRecord.Reconciled _ ->
          world.trace().fold(row.getClass().getSimpleName().hashCode());
    }
  }
}
