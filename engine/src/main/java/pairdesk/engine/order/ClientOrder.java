package pairdesk.engine.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * The life of one order of ours, immutable: each method returns the next state. The current one is
 * held by the engine.
 *
 * <p>State and fills are kept apart: a fill counts in any state, once per key, and a report of a
 * filled quantity never replaces the fills themselves.
 *
 * @param fills one per key, each with its last status, in the order of their first report
 */
public record ClientOrder(
    OrderIntent intent, Mode mode, OrderRef ref, Report report, List<Fill> fills) {
  public ClientOrder {
    fills = List.copyOf(fills);
  }

  /**
   * What is known of its life.
   *
   * @param acknowledged filled in total as far as any answer of the venue said
   * @param evidence what the state rests on, untrusted
   * @param at when anything about the order last changed
   */
  public record Report(
      OrderState state, Quantity acknowledged, Marks marks, String evidence, Instant at) {
    Report touched(Instant now) {
      return new Report(state, acknowledged, marks, evidence, now);
    }
  }

  /**
   * What happened to it besides its state.
   *
   * @param committed its intent is known to be written
   * @param left its bytes were handed to a socket
   * @param cancelRequested a cancel was sent; it changes nothing until the venue reports
   * @param refusedForLong the venue said no for a reason that will hold for a while: money,
   *     permission, a closed market, but not an empty book
   */
  public record Marks(
      boolean committed, boolean left, boolean cancelRequested, boolean refusedForLong) {
    static final Marks NONE = new Marks(false, false, false, false);

    /** Of an order that was read back; why it ended is not known any more. */
    public static Marks stored(boolean left) {
      return new Marks(true, left, false, false);
    }

    private Marks with(boolean nowCommitted, boolean nowLeft, boolean nowCancelRequested) {
      return new Marks(nowCommitted, nowLeft, nowCancelRequested, refusedForLong);
    }
  }

  /** Decided and handed over to be committed and sent. */
  public static ClientOrder intended(OrderIntent intent, Mode mode, Instant now) {
    return new ClientOrder(
        intent,
        mode,
        new OrderRef(intent.id(), intent.instrument(), intent.id().value(), null, now),
        new Report(OrderState.INTENDED, Quantity.ZERO, Marks.NONE, "decided", now),
        List.of());
  }

  public ClientOrderId id() {
    return intent.id();
  }

  public OrderState state() {
    return report.state();
  }

  public Side side() {
    return intent.terms().side();
  }

  public Purpose purpose() {
    return intent.origin().purpose();
  }

  public Quantity ordered() {
    return intent.terms().quantity();
  }

  /** Shares of fills that stand, provisional ones included. */
  public Quantity filled() {
    return sum(FillStatus.PROVISIONAL).plus(sum(FillStatus.FINAL));
  }

  public Quantity provisional() {
    return sum(FillStatus.PROVISIONAL);
  }

  public Quantity voided() {
    return sum(FillStatus.VOIDED);
  }

  /** Dollars of the fills that stand, without fees: a purchase rounded up, a sale down. */
  public Usd value() {
    Rounding rounding =
        side() == Side.BUY ? Rounding.COST_AGAINST_US : Rounding.PROCEEDS_AGAINST_US;
    Usd sum = Usd.ZERO;
    for (Fill fill : fills) {
      if (fill.status() != FillStatus.VOIDED) {
        sum = sum.plus(Usd.of(fill.price(), fill.quantity(), rounding));
      }
    }
    return sum;
  }

  public Usd fees() {
    Usd sum = Usd.ZERO;
    for (Fill fill : fills) {
      if (fill.status() != FillStatus.VOIDED) {
        sum = sum.plus(fill.fee());
      }
    }
    return sum;
  }

  /** Terminal, and every share that the venue acknowledged has its fill here. */
  public boolean isSettled() {
    return state().isTerminal() && !isMissingFills();
  }

  /** The venue said that more is filled than we have fills of. */
  public boolean isMissingFills() {
    return report.acknowledged().isGreaterThan(filled().plus(voided()));
  }

  /** The moment after which its bytes cannot leave us any more. */
  public Instant leftBy() {
    return report.marks().left() ? ref.sentAt() : intent.approval().validUntil();
  }

  /** Its intent is written, whatever became of its bytes. */
  public ClientOrder committed() {
    var marks = report.marks().with(true, report.marks().left(), report.marks().cancelRequested());
    return withReport(
        new Report(state(), report.acknowledged(), marks, report.evidence(), report.at()));
  }

  /** Its bytes are about to leave. */
  public ClientOrder sent(String venueKey, Instant sentAt, Instant now) {
    OrderState next = state() == OrderState.INTENDED ? OrderState.SENT : state();
    var marks = report.marks().with(true, true, report.marks().cancelRequested());
    return new ClientOrder(
        intent,
        mode,
        new OrderRef(id(), ref.instrument(), venueKey, ref.venueOrderId(), sentAt),
        new Report(next, report.acknowledged(), marks, "handed to the socket", now),
        fills);
  }

  /**
   * A report of state and filled quantity. A move that the table of {@link OrderState} does not
   * allow changes only what is acknowledged: an order never leaves a terminal state.
   */
  public ClientOrder reported(OrderState said, Quantity filled, String evidence, Instant now) {
    Quantity acknowledged = report.acknowledged().max(filled);
    OrderState next = said == OrderState.LIVE && !filled.isZero() ? OrderState.PARTLY : said;
    boolean moves = next != state() && state().allows(next);
    if (!moves && acknowledged.equals(report.acknowledged())) {
      return this;
    }
    return moves
        ? withReport(new Report(next, acknowledged, report.marks(), evidence, now))
        : withReport(new Report(state(), acknowledged, report.marks(), report.evidence(), now));
  }

  /** The venue's id of it became known. */
  public ClientOrder known(@Nullable String venueOrderId) {
    if (venueOrderId == null || venueOrderId.equals(ref.venueOrderId())) {
      return this;
    }
    var next = new OrderRef(id(), ref.instrument(), ref.venueKey(), venueOrderId, ref.sentAt());
    return new ClientOrder(intent, mode, next, report, fills);
  }

  /** The venue says no, for a reason that will hold for a while. */
  public ClientOrder refusedForLong() {
    Marks before = report.marks();
    var marks = new Marks(before.committed(), before.left(), before.cancelRequested(), true);
    return withReport(
        new Report(state(), report.acknowledged(), marks, report.evidence(), report.at()));
  }

  public ClientOrder cancelRequested(Instant now) {
    var marks = report.marks().with(report.marks().committed(), report.marks().left(), true);
    return withReport(new Report(state(), report.acknowledged(), marks, report.evidence(), now));
  }

  /**
   * A fill, or the next status of one. The same again, or an older status, changes nothing. When
   * all that was ordered has traded the order is filled, whoever says so first.
   */
  public ClientOrder booked(Fill fill, Instant now) {
    var next = new ArrayList<Fill>(fills.size() + 1);
    boolean found = false;
    for (Fill known : fills) {
      boolean same = known.key().equals(fill.key());
      if (same && !advances(known.status(), fill.status())) {
        return this;
      }
      next.add(same ? known.withStatus(fill.status()) : known);
      found |= same;
    }
    if (!found) {
      next.add(fill.withOrder(id()));
    }
    var booked = new ClientOrder(intent, mode, ref, report.touched(now), next);
    Quantity traded = booked.filled().plus(booked.voided());
    return traded.isLessThan(ordered())
        ? booked
        : booked.reported(OrderState.FILLED, traded, "all its fills are here", now);
  }

  /** PROVISIONAL becomes FINAL; either is voided on the venue's word, for good. */
  private static boolean advances(FillStatus from, FillStatus to) {
    return switch (from) {
      case PROVISIONAL -> to != FillStatus.PROVISIONAL;
      case FINAL -> to == FillStatus.VOIDED;
      case VOIDED -> false;
    };
  }

  private Quantity sum(FillStatus status) {
    Quantity sum = Quantity.ZERO;
    for (Fill fill : fills) {
      if (fill.status() == status) {
        sum = sum.plus(fill.quantity());
      }
    }
    return sum;
  }

  private ClientOrder withReport(Report next) {
    return new ClientOrder(intent, mode, ref, next, fills);
  }
}
