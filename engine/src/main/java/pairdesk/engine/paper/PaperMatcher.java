package pairdesk.engine.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Level;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** Fills paper orders on the books that it is shown. Deterministic; not thread-safe. */
final class PaperMatcher {
  private final PaperSettings settings;
  private final PaperChecks checks;
  private final PaperAccount account;
  private final Map<Instrument, Book> books = new HashMap<>();
  private final Taken taken = new Taken();
  private final Map<ClientOrderId, PaperOrder> orders = new TreeMap<>();
  private final TreeSet<ClientOrderId> resting = new TreeSet<>();
  private final List<PaperReport> reports = new ArrayList<>();

  PaperMatcher(PaperSettings settings, PaperAccount account) {
    this.settings = settings;
    this.checks = new PaperChecks(settings);
    this.account = account;
  }

  /** What happened since this was asked last, in order. */
  List<PaperReport> takeReports() {
    var told = List.copyOf(reports);
    reports.clear();
    return told;
  }

  SubmitOutcome submit(OrderIntent intent, Market market, Instant now) {
    if (orders.containsKey(intent.id())) {
      return new SubmitOutcome.Unknown("an order with this id came before: look it up");
    }
    Book book = books.get(intent.instrument());
    Optional<SubmitOutcome.Rejected> closed = checks.market(market, now);
    if (closed.isPresent()) {
      return closed.get();
    }
    if (book == null || !checks.proves(book, now)) {
      return new SubmitOutcome.Rejected(
          RejectCode.NOT_FILLABLE,
          "no sound book younger than " + settings.maxBookAge().toSeconds() + " s");
    }
    Sweep sweep = sweep(intent.terms(), book);
    Optional<SubmitOutcome.Rejected> refusal =
        checks
            .terms(intent.terms(), market.terms(), book, sweep)
            .or(() -> account.refuses(intent, market, settings.fees(), restingOrders()));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return accept(PaperOrder.arrived(intent, market), sweep, book, now);
  }

  CancelOutcome cancel(ClientOrderId id, Instant now) {
    PaperOrder order = orders.get(id);
    if (order == null || !order.rests()) {
      return new CancelOutcome.NotLive("it does not rest at the paper exchange");
    }
    end(order, OrderState.CANCELLED, "cancelled on demand", now);
    return new CancelOutcome.Requested();
  }

  void cancelAll(Instant now) {
    restingOrders().forEach(order -> cancel(order.intent().id(), now));
  }

  OrderLookup lookup(ClientOrderId id, Instant now) {
    PaperOrder order = orders.get(id);
    return order == null
        ? new OrderLookup.Absent(now)
        : new OrderLookup.Found(order.venueId(), order.state(), order.filled(), order.fills());
  }

  void bookChanged(Book book, Instant now) {
    books.put(book.instrument(), book);
    taken.shown(book);
    for (PaperOrder order : restingOrders()) {
      if (order.intent().instrument().equals(book.instrument())) {
        look(order, book, now);
      }
    }
  }

  void bookStale(Instrument instrument) {
    books.remove(instrument);
  }

  /** What rests there ends; what is held there is paid once the answer is known. */
  void marketChanged(Market market, Instant now) {
    if (!PaperChecks.isOpen(market, now)) {
      restingOrders().stream()
          .filter(order -> order.intent().instrument().market().equals(market.id()))
          .forEach(order -> end(order, OrderState.CANCELLED, "the market has closed", now));
    }
    account.settle(market, now).map(PaperReport.Paid::new).ifPresent(reports::add);
  }

  private Sweep sweep(OrderIntent.Terms terms, Book book) {
    return switch (terms.side()) {
      case BUY -> Sweep.buy(taken.left(book, Side.BUY), terms.quantity(), terms.limit());
      case SELL -> Sweep.sell(taken.left(book, Side.SELL), terms.quantity(), terms.limit());
    };
  }

  private SubmitOutcome accept(PaperOrder arrived, Sweep sweep, Book book, Instant now) {
    PaperOrder order = arrived;
    for (Level part : sweep.parts()) {
      taken.take(order.intent().instrument(), order.intent().terms().side(), part);
      order = fill(order, part, FillEvidence.TOUCH, now);
    }
    boolean over = order.rests() && !PaperChecks.mayRest(order.intent().terms().timeInForce());
    order = over ? order.in(OrderState.CANCELLED) : order.behind(Resting.queue(order, book));
    keep(order, sweep.isEmpty() ? "rests" : FillEvidence.TOUCH + " of " + words(book), now);
    return new SubmitOutcome.Accepted(order.venueId(), order.state(), order.filled());
  }

  /** What a new book proves about an order that rests. */
  private void look(PaperOrder order, Book book, Instant now) {
    Instant expiry = order.intent().terms().expiry();
    if (expiry != null && !now.isBefore(expiry)) {
      end(order, OrderState.EXPIRED, "its time is over", now);
    } else if (!PaperChecks.isOpen(order.market(), now)) {
      end(order, OrderState.CANCELLED, "the market has closed", now);
    } else if (checks.proves(book, now)) {
      fillResting(order, book, now);
    }
  }

  private void fillResting(PaperOrder order, Book book, Instant now) {
    Side side = order.intent().terms().side();
    Sweep through = Resting.through(order, taken.left(book, side));
    if (!through.isEmpty()) {
      through.parts().forEach(part -> taken.take(book.instrument(), side, part));
      rested(order, through.shares(), FillEvidence.TRADE_THROUGH, book, now);
      return;
    }
    PaperOrder moved = order.behind(Resting.advanced(order, book));
    Quantity passed = Resting.passed(moved, book);
    if (passed.isZero()) {
      orders.put(moved.intent().id(), moved);
    } else {
      PaperOrder served = moved.behind(PaperOrder.Queue.NONE);
      rested(served, passed, FillEvidence.QUEUE_PASSED, book, now);
    }
  }

  private void rested(
      PaperOrder order, Quantity shares, FillEvidence evidence, Book book, Instant now) {
    var part = new Level(order.intent().terms().limit(), shares.min(order.remaining()));
    keep(fill(order, part, evidence, now), evidence + " of " + words(book), now);
  }

  private PaperOrder fill(PaperOrder order, Level part, FillEvidence evidence, Instant now) {
    Liquidity liquidity = evidence == FillEvidence.TOUCH ? Liquidity.TAKER : Liquidity.MAKER;
    OrderIntent intent = order.intent();
    Side side = intent.terms().side();
    var fill =
        new Fill(
            new Fill.Key(
                intent.instrument().venue().code(),
                order.venueId() + "-" + (order.fills().size() + 1),
                order.venueId()),
            intent.id(),
            intent.instrument(),
            side,
            part.quantity(),
            part.price(),
            settings
                .fees()
                .charged(
                    order.market().terms().fees(), liquidity, side, part.price(), part.quantity()),
            liquidity,
            FillStatus.FINAL,
            now);
    account.book(fill);
    reports.add(new PaperReport.Filled(fill, evidence));
    return order.with(fill);
  }

  private void end(PaperOrder order, OrderState state, String reason, Instant now) {
    keep(order.in(state), reason, now);
  }

  private void keep(PaperOrder order, String reason, Instant now) {
    ClientOrderId id = order.intent().id();
    orders.put(id, order);
    if (order.rests()) {
      resting.add(id);
    } else {
      resting.remove(id);
    }
    reports.add(
        new PaperReport.Moved(
            new OrderUpdate(
                order.intent().instrument().venue(),
                id,
                order.venueId(),
                order.state(),
                order.filled(),
                reason,
                now)));
  }

  private List<PaperOrder> restingOrders() {
    return resting.stream().map(orders::get).toList();
  }

  private static String words(Book book) {
    return "book " + book.version() + ", confirmed at " + book.confirmedAt();
  }
}
