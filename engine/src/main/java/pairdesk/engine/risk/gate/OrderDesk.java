package pairdesk.engine.risk.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Clearance;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.OrderContext;
import pairdesk.engine.risk.OrderRequest;
import pairdesk.engine.risk.RiskContext;

/**
 * Approves single orders. What adds risk passes every stop that there is; what takes risk away
 * passes halts, breakers and pauses, and is held to what it may take away: a hedge or patch never
 * beyond the other leg, an unwind never beyond what is held.
 */
final class OrderDesk {
  private final Limits limits;
  private final Fees fees;
  private final long settingsVersion;

  OrderDesk(Limits limits, Fees fees, long settingsVersion) {
    this.limits = limits;
    this.fees = fees;
    this.settingsVersion = settingsVersion;
  }

  Clearance approve(OrderRequest request, OrderContext context) {
    Instrument instrument = request.instrument();
    Optional<Market> market = context.markets().market(instrument.market());
    if (market.isEmpty() || !Fees.knows(market.get().terms().fees())) {
      return denied("market-open", instrument.market() + " or its fees are not known");
    }
    Usd reserved = reservation(request.terms(), market.get());
    return always(request, context)
        .or(() -> byPurpose(request, context))
        .or(() -> covered(request, market.get(), reserved, context))
        .map(Clearance.class::cast)
        .orElseGet(() ->
            new Clearance.Granted(
                new Approval(
                    request.verdict(), settingsVersion, reserved, validUntil(request, context))));
  }

  /** What stops every order, whatever it is for. */
  private static Optional<Clearance.Denied> always(OrderRequest request, OrderContext context) {
    var venue = request.instrument().venue();
    Optional<BreakerState> tripped = context.desk().breakers().blocksOrders(venue);
    if (tripped.isPresent()) {
      return stop("breaker", tripped.get().name() + ": " + tripped.get().cause());
    }
    String problem = context.desk().venueProblems().get(venue);
    return problem == null ? Optional.empty() : stop("venue-up", venue.label() + ": " + problem);
  }

  private Optional<Clearance.Denied> byPurpose(OrderRequest request, OrderContext context) {
    return switch (request.origin().purpose()) {
      case ENTRY, QUOTE -> mayAddRisk(request, context);
      case HEDGE, PATCH -> mayFillUp(request);
      case UNWIND, PANIC -> mayReduce(request, context);
    };
  }

  private Optional<Clearance.Denied> mayAddRisk(OrderRequest request, OrderContext context) {
    RiskContext.Desk desk = context.desk();
    if (desk.controls().mode() == Mode.MONITOR) {
      return stop("mode", "MONITOR sends nothing");
    }
    if (desk.controls().halted()) {
      return stop("halt", "halted: " + desk.controls().haltReason());
    }
    Optional<BreakerState> tripped = desk.breakers().blocksEntries(request.instrument().venue());
    if (tripped.isPresent()) {
      return stop("breaker", tripped.get().name() + ": " + tripped.get().cause());
    }
    PairId pair = request.origin().pair();
    if (pair != null && !isApproved(pair, request.instrument(), context)) {
      return stop("pair-approved", "pair " + pair + " is not approved");
    }
    Duration most = limits.quality().maxBookAge();
    Optional<Book> book = context.markets().book(request.instrument());
    if (book.isEmpty() || book.get().age(context.now()).compareTo(most) >= 0) {
      return stop(
          "book-age",
          request.instrument() + " has no book younger than " + most.toSeconds() + " s");
    }
    return Optional.empty();
  }

  private static boolean isApproved(PairId id, Instrument instrument, OrderContext context) {
    for (Pair pair : context.markets().pairsOf(instrument.market())) {
      if (pair.id().equals(id)) {
        return pair.isTradable(context.now());
      }
    }
    return false;
  }

  /** Never over-hedged: no more than another leg was ever reported filled. */
  private static Optional<Clearance.Denied> mayFillUp(OrderRequest request) {
    if (request.terms().side() != Side.BUY) {
      return stop("hedge-side", "a hedge buys the missing leg");
    }
    Quantity after = request.legs().own().plus(request.terms().quantity());
    Quantity other = request.legs().other();
    return after.isGreaterThan(other)
        ? stop("over-hedge", "would hold " + after + " shares against " + other)
        : Optional.empty();
  }

  private static Optional<Clearance.Denied> mayReduce(OrderRequest request, OrderContext context) {
    if (request.terms().side() != Side.SELL) {
      return stop("unwind-side", "an unwind sells what is held");
    }
    Position position = context.portfolio().position(request.instrument());
    Quantity sold = request.terms().quantity();
    if (sold.isGreaterThan(position.quantity())) {
      return stop("over-unwind", "sells " + sold + " shares of " + position.quantity());
    }
    // a venue does not tell shares apart: it would take another execution's, which may have settled
    // there before we hear of it, and leave that naked when the purchase of these is taken back
    Quantity settled = request.legs().settled();
    boolean others = position.quantity().isGreaterThan(request.legs().own());
    return sold.isGreaterThan(settled) && others
        ? stop("not-settled", "sells " + sold + " shares, of its own " + settled + " are settled")
        : Optional.empty();
  }

  private static Optional<Clearance.Denied> covered(
      OrderRequest request, Market market, Usd reserved, OrderContext context) {
    Instrument instrument = request.instrument();
    Usd free =
        context
            .portfolio()
            .free(instrument.venue(), market.address().shard())
            .minus(request.beside());
    return reserved.isGreaterThan(free.max(Usd.ZERO))
        ? stop("balance", instrument.venue().label() + ": needs " + reserved + ", free " + free)
        : Optional.empty();
  }

  /** The dearest it can become: below the limit a fee may be higher, but by less than is saved. */
  private Usd reservation(OrderIntent.Terms terms, Market market) {
    return switch (terms.side()) {
      case SELL -> Usd.ZERO;
      case BUY ->
          Usd.of(terms.limit(), terms.quantity(), Rounding.COST_AGAINST_US)
              .plus(
                  fees.estimate(
                      market.terms().fees(),
                      terms.postOnly() ? Liquidity.MAKER : Liquidity.TAKER,
                      Side.BUY,
                      terms.limit(),
                      terms.quantity()));
    };
  }

  /** Entries until their book is too old, everything else until its own deadline. */
  private Instant validUntil(OrderRequest request, OrderContext context) {
    Instant confirmed =
        context.markets().book(request.instrument()).map(Book::confirmedAt).orElse(context.now());
    return request.origin().purpose().addsRisk()
        ? confirmed.plus(limits.quality().maxBookAge())
        : context.now().plus(limits.timing().hedgeDeadline());
  }

  private static Clearance denied(String rule, String why) {
    return new Clearance.Denied(rule, why);
  }

  private static Optional<Clearance.Denied> stop(String rule, String why) {
    return Optional.of(new Clearance.Denied(rule, why));
  }
}
